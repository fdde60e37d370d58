-- Legal clocks as data, and the calendar that they are counted with.
create table clock_rule (
  id text primary key,
  case_kind text check (case_kind in ('promise', 'old_debt', 'arrears', 'tip_off', 'service', 'other')), -- null: not of a case
  subject text not null default 'case' check (subject in ('case', 'disclosure', 'body')),
  step text not null,
  length integer not null check (length > 0),
  unit text not null check (unit in ('working_day', 'calendar_day', 'month', 'year')),
  start_event text not null,
  stop_event text not null,
  max_extension integer not null default 0,
  extension_approver text,
  on_expiry text, -- what happens when it runs out
  basis text not null,
  basis_en text,
  certainty text not null check (certainty in ('law', 'report', 'local')),
  division text references division (code), -- null: everywhere
  valid_from date,
  valid_to date,
  version integer not null default 1,
  origin text not null default 'reference' check (origin in ('reference', 'local', 'import')),
  reference_hash text
);
create index clock_rule_kind_idx on clock_rule (case_kind, step);

create table calendar_day (
  day date primary key,
  kind text not null check (kind in ('holiday', 'workday')), -- workday: a make-up Saturday or Sunday
  name text not null
);
create table calendar_year (
  year integer primary key,
  notice text not null -- the State Council notice; a year without a row is provisional
);
