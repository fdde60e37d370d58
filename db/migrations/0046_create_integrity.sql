-- 政务诚信监测评价: scores of bodies and places, made by a job from counts, with the version of the formula and the weights they
-- were made with. Only what is public stands here: an input that is hidden (too few cases) is null, not kept and left out.
create table integrity_weights (
  id integer generated always as identity primary key,
  weights jsonb not null, -- component → whole number, 100 in all
  reason text not null,
  post_body text not null, -- name of the body for which it was changed, as it was then
  changed_by text not null,
  changed_at timestamptz not null default now()
);
insert into integrity_weights (weights, reason, post_body, changed_by) values (
  '{"timeliness": 20, "solved": 25, "commitments": 20, "records": 15, "arrears": 10, "ratings": 10}',
  '初始权重：随系统发布。 Initial weights, as the portal was delivered.', '—', 'system');

create table integrity_figure (
  kind text not null check (kind in ('place', 'body')),
  subject text not null, -- division code, or id of the body
  division text not null, -- the place itself, or that of the body
  month date not null, -- its first day; the running month is counted anew each night, others stay as they were
  version text not null, -- of the formula
  weights_id integer not null references integrity_weights (id),
  inputs jsonb not null, -- component → [part, total], or null where it is not told
  score double precision,
  low double precision,
  high double precision,
  ranked boolean not null,
  counted_at timestamptz not null,
  primary key (kind, subject, month)
);
create index integrity_figure_division_idx on integrity_figure (month, kind, division text_pattern_ops);

alter table open_data_file drop constraint open_data_file_dataset_check;
alter table open_data_file add constraint open_data_file_dataset_check
  check (dataset in ('disclosures', 'bodies', 'divisions', 'integrity')) not valid;
