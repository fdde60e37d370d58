-- Counts of cases that are not told: too few, or what would tell too few by subtraction (api/domain/place-cells.ts). Made with the
-- roll-up of place_figure, which is emptied here so that both are made at the next start.
create table place_hidden (
  kind text not null check (kind in ('place', 'body')),
  id text not null, -- code of the division, or id of the body complained of
  primary key (kind, id)
);
delete from place_figure;
