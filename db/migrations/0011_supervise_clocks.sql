-- Follow-ups, warnings by a ladder, extensions with sealed reasons, settings that an administrator edits.

-- A date that somebody gave or was given in a case: several of a kind in one case, each for one promise, instalment, order …
create table case_follow_up (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null check (kind in ('promised_date', 'instalment', 'order', 'explanation', 'opinion')),
  subject_id uuid not null, -- the row that it belongs to: the answer, the instalment, the order …
  for_body_id uuid references body (id), -- who owes it; null: the handler, whoever that is
  started_on date not null,
  due_on date not null check (due_on >= started_on),
  ended_on date, -- when it was done
  cancelled_on date, -- when it fell away: nobody owes it any more
  basis text not null,
  basis_en text,
  certainty text not null check (certainty in ('law', 'report', 'local')),
  warned smallint not null default 0, -- rungs of the ladder that were climbed for this due date
  created_at timestamptz not null default now(),
  check (ended_on is null or cancelled_on is null),
  unique (kind, subject_id)
);
create index case_follow_up_case_idx on case_follow_up (case_id);
create index case_follow_up_warn_idx on case_follow_up (warned, due_on) where ended_on is null and cancelled_on is null;

-- How far a clock's warnings have come; the sweep reads only what the next rung has reached.
alter table case_clock add column warned smallint not null default 0;

-- A due date that moves is warned of anew, whoever moves it.
create function warn_anew() returns trigger language plpgsql as $$
begin
  new.warned := 0;
  return new;
end $$;
create trigger case_clock_warn_anew before update of due_on on case_clock
  for each row when (old.due_on is distinct from new.due_on) execute function warn_anew();
create trigger case_follow_up_warn_anew before update of due_on on case_follow_up
  for each row when (old.due_on is distinct from new.due_on) execute function warn_anew();

-- One warning: once per clock or follow-up, rung and due date, however many sweeps run at once.
create table case_warning (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases (id),
  subject_id uuid not null, -- case_clock.id, case_follow_up.id, or the case itself for a filing that is held too long
  rung smallint not null,
  template text not null,
  due_on date not null,
  at timestamptz not null default now(),
  unique (subject_id, rung, due_on)
);
create index case_warning_case_idx on case_warning (case_id);

-- Who is warned when: working days from the due date, negative before it; 1 is the first day of being overdue.
create table clock_ladder (
  id text primary key,
  division text references division (code), -- null: everywhere; a place's own rungs replace all of them
  rung smallint not null check (rung between 1 and 9),
  days integer not null check (days between -60 and 250 and days <> 0),
  roles text[] not null check (cardinality(roles) > 0),
  superior boolean not null default false, -- the roles of the superior body instead of the handler's
  template text not null check (template in ('case.due_soon', 'case.overdue', 'case.escalated')),
  valid_from date,
  valid_to date, -- first day on which it no longer holds
  version integer not null default 1,
  origin text not null default 'reference' check (origin in ('reference', 'local', 'import')),
  reference_hash text,
  changed_by text,
  changed_at timestamptz
);
create index clock_ladder_division_idx on clock_ladder (division, rung);

-- A rule may hold for one way of coming only: petitions have clocks of their own.
alter table clock_rule add column channel text check (channel in ('portal', 'code', 'hotline', 'petition', 'import', 'api'));
alter table clock_rule add column replaces text references clock_rule (id); -- the row that this version or override stands for
alter table clock_rule add column changed_by text;
alter table clock_rule add column changed_at timestamptz;
-- The hash now covers the new column: rows that nobody edited stay as the reference's.
update clock_rule set reference_hash = md5(row(id, case_kind, subject, step, length, unit, start_event, stop_event,
    max_extension, extension_approver, on_expiry, basis, basis_en, certainty, division, valid_from, valid_to, channel)::text)
  where reference_hash = md5(row(id, case_kind, subject, step, length, unit, start_event, stop_event,
    max_extension, extension_approver, on_expiry, basis, basis_en, certainty, division, valid_from, valid_to)::text);

-- A year that an administrator entered is no longer the reference's to change.
alter table calendar_year add column origin text not null default 'reference' check (origin in ('reference', 'local', 'import'));
alter table calendar_year add column version integer not null default 1;
alter table calendar_year add column reference_hash text;
alter table calendar_year add column changed_by text;
alter table calendar_year add column changed_at timestamptz;
update calendar_year set reference_hash = md5(row(year, notice)::text);
alter table calendar_day add column year integer references calendar_year (year);
update calendar_day set year = extract(year from day)::int
  where extract(year from day)::int in (select year from calendar_year);

-- Reasons are prose: sealed with the key of the case.
alter table case_clock_extension alter column reason drop not null;
alter table case_clock_extension add column body_id uuid references body (id);
alter table case_clock_extension add column sealed_reason bytea;
alter table case_clock_extension add column sealed_decision bytea;
alter table case_clock_extension add column due_before date;
alter table case_clock_extension add column due_after date;
create unique index case_clock_extension_pending_idx on case_clock_extension (clock_id) where decided_at is null;

-- A change of the calendar or of a clock: planned, shown with the cases that it moves, confirmed, then carried out.
create table setting_change (
  id uuid primary key,
  kind text not null check (kind in ('calendar', 'clock_rule')),
  subject text not null, -- the year, or the id of the rule's row
  proposed jsonb not null, -- days or figures, never prose of a case
  state text not null default 'counting' check (state in ('counting', 'proposed', 'applying', 'applied', 'discarded')),
  clocks integer not null default 0, -- running clocks that were looked at
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  confirmed_by text,
  confirmed_at timestamptz,
  applied_at timestamptz
);
create index setting_change_proposed_idx on setting_change (proposed_at desc, id);
create table setting_change_clock (
  change_id uuid not null references setting_change (id),
  clock_id uuid not null references case_clock (id),
  case_id uuid not null references cases (id),
  step text not null,
  old_due date, -- null: the clock has not begun, only its length changes
  new_due date,
  applied_at timestamptz,
  primary key (change_id, clock_id)
);
create index setting_change_clock_waiting_idx on setting_change_clock (change_id, clock_id) where applied_at is null;
