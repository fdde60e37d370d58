-- The walk along the newest records reads texts and filters from one row: a second lookup for each cost three times as much.
alter table disclosure_text
  add column sort_on date,
  add column body_id uuid,
  add column kind text not null default '',
  add column matter text not null default '',
  add column division text not null default '',
  add column year integer not null default 0,
  add column outcome text,
  add column court_name text; -- as it is written
