-- 失信惩戒措施 by an editable list, and the monthly list of what is open (失信治理名单) with the word of each responsible body.

create table measure (
  id text primary key,
  name text not null check (length(name) between 2 and 120),
  name_en text not null,
  basis text not null,
  basis_en text not null,
  certainty text not null check (certainty in ('law', 'report', 'local')),
  retired_at timestamptz,
  changed_by text,
  changed_at timestamptz not null default now(),
  reference_hash text
);

-- A measure taken because of a record. Mitigated or lifted with a reason; nothing is overwritten but that.
create table disclosure_measure (
  id uuid primary key,
  disclosure_id uuid not null references disclosure (id),
  measure_id text not null references measure (id),
  imposed_on date not null,
  imposed_by text not null,
  state text not null default 'imposed' check (state in ('imposed', 'mitigated', 'lifted')),
  reason text, -- of the mitigation or the end; public
  changed_on date,
  changed_by text,
  check ((state = 'imposed') = (reason is null))
);
create unique index disclosure_measure_key on disclosure_measure (disclosure_id, measure_id) where state <> 'lifted';

-- What was open in a month. Whether it still is, is read from the record itself: it cannot fall behind.
create table governance_entry (
  month date not null check (extract(day from month) = 1),
  disclosure_id uuid not null references disclosure (id),
  responsible_id uuid references body (id), -- null: a body that the directory does not have
  listed_at timestamptz not null default now(),
  progress text check (progress in ('planned', 'performing', 'done', 'contested')),
  feedback text,
  feedback_by text,
  feedback_at timestamptz,
  primary key (month, disclosure_id),
  check ((progress is null) = (feedback_at is null))
);
create index governance_entry_body_idx on governance_entry (responsible_id, month desc);
