-- How cases about the bodies of a place went, by month of filing: rolled up by a job, because the pages of places are public
-- and a place may have a million cases. Counts only.
create table place_figure (
  division text not null, -- of the body complained of
  month date not null, -- its first day
  received integer not null,
  answered integer not null,
  in_time integer not null,
  late integer not null,
  overdue integer not null,
  closed integer not null,
  body_solved integer not null, -- the body says solved
  solved integer not null, -- the complainant says solved
  silent integer not null, -- closed without a word of the complainant
  counted_at timestamptz not null default now(),
  primary key (division, month)
);
create index place_figure_place_idx on place_figure (division text_pattern_ops, month);
