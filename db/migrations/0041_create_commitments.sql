-- 承诺: what governments promised. The promise outlives the official: it names a department and a post, never a person, and passes
-- on with the body. Overdue is derived from next_due_on and the day of asking, never stored.
create table commitment (
  id uuid primary key,
  kind text not null check (kind in ('investment_policy', 'contract', 'payment', 'service_standard', 'township', 'statistics_integrity',
    'rectification', 'fair_competition_review', 'ppp_project', 'benefit_policy')),
  state text not null check (state in ('registered', 'disputed', 'draft', 'in_review', 'published', 'in_progress', 'honoured', 'partly',
    'changed', 'broken', 'withdrawn')),
  version integer not null default 1,
  natural_key text not null unique,
  body_id uuid not null references body (id), -- who made it
  owed_by_id uuid not null references body (id), -- who owes it now
  body_name text not null, -- as the document names it
  division text not null references division (code),
  matter text not null references matter (code),
  department text not null,
  post text not null,
  beneficiary text not null,
  enterprise text, -- by consent only
  title text not null,
  text text not null,
  document_number text,
  made_on date not null,
  due_kind text not null check (due_kind in ('date', 'milestones', 'condition', 'standing')),
  due_on date,
  due_condition text,
  next_due_on date, -- the next day on which something must be done, kept in step with due_on and the milestones
  amount numeric(18, 2),
  basis text,
  conditions text,
  source text not null,
  facts jsonb not null default '{}', -- of its kind alone, all text
  batch_id uuid references import_batch (id),
  created_by text not null,
  created_at timestamptz not null default now(),
  submitted_by text,
  approved_by text,
  published_at timestamptz,
  ended_at timestamptz, -- honoured, broken or withdrawn
  warned_on date, -- the due date of which the department was warned
  check (approved_by is null or approved_by <> created_by),
  check (due_kind <> 'date' or due_on is not null),
  check (due_kind <> 'condition' or due_condition is not null)
);
create index commitment_public_idx on commitment (made_on desc, id desc)
  where state in ('published', 'in_progress', 'honoured', 'partly', 'changed', 'broken');
create index commitment_public_division_idx on commitment (division text_pattern_ops, made_on desc, id desc)
  where state in ('published', 'in_progress', 'honoured', 'partly', 'changed', 'broken');
create index commitment_owed_idx on commitment (owed_by_id, state);
create index commitment_body_idx on commitment (body_id);
create index commitment_due_idx on commitment (next_due_on) where state in ('published', 'in_progress', 'changed');
create index commitment_published_at_idx on commitment (published_at desc, id desc) where published_at is not null;

create table commitment_milestone (
  id uuid primary key,
  commitment_id uuid not null references commitment (id),
  position integer not null,
  title text not null,
  due_on date not null,
  amount numeric(18, 2),
  done_on date,
  unique (commitment_id, position)
);

create table commitment_version (
  commitment_id uuid not null references commitment (id),
  version integer not null,
  content jsonb not null,
  reason text not null,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (commitment_id, version)
);

create table commitment_field_source (
  commitment_id uuid not null references commitment (id),
  field text not null, -- '*': every field that has no row of its own
  document text not null,
  collected_by text not null,
  collected_at timestamptz not null default now(),
  verified_by text,
  verified_at timestamptz,
  primary key (commitment_id, field)
);

-- What was done, in the body's words; public.
create table commitment_note (
  id uuid primary key,
  commitment_id uuid not null references commitment (id),
  milestone_id uuid references commitment_milestone (id),
  words text not null,
  done_on date not null,
  written_by text not null,
  body_id uuid not null references body (id),
  written_at timestamptz not null default now()
);
create index commitment_note_idx on commitment_note (commitment_id, written_at);

-- What one official proposes about a public commitment and another decides.
create table commitment_decision (
  id uuid primary key,
  commitment_id uuid not null references commitment (id),
  outcome text not null check (outcome in ('honoured', 'partly', 'changed', 'broken', 'corrected', 'withdrawn')),
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused')),
  words text not null,
  document_number text, -- of the deciding document: a lawful change has one
  deciding_body text,
  decided_on date,
  ground text check (ground in ('national_interest', 'public_interest', 'statutory')),
  procedure text, -- which steps were followed
  compensation_offered numeric(18, 2),
  compensation_offered_on date,
  compensation_paid numeric(18, 2),
  compensation_paid_on date,
  content jsonb, -- the facts as they are to be
  disclosure_id uuid references disclosure (id), -- the published determination
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  answered_by text,
  answered_at timestamptz,
  answer text, -- why it was refused
  check ((state = 'proposed') = (answered_by is null)),
  check (state <> 'approved' or answered_by <> proposed_by),
  check (outcome <> 'broken' or disclosure_id is not null),
  check (outcome <> 'changed' or (document_number is not null and deciding_body is not null and decided_on is not null
    and ground is not null and procedure is not null and compensation_offered is not null)),
  check ((compensation_paid is null) = (compensation_paid_on is null))
);
create unique index commitment_decision_open on commitment_decision (commitment_id) where state = 'proposed';
create index commitment_decision_idx on commitment_decision (commitment_id, proposed_at);
create index commitment_decision_disclosure_idx on commitment_decision (disclosure_id);

-- Evidence of progress, of a decision or of a registered promise: sealed in storage with a key of its own.
create table commitment_file (
  id uuid primary key,
  commitment_id uuid not null references commitment (id),
  note_id uuid references commitment_note (id),
  decision_id uuid references commitment_decision (id),
  key_id uuid not null references disclosure_key (id),
  sealed_name bytea not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  storage_name text not null unique,
  added_by text not null,
  added_at timestamptz not null default now()
);
create index commitment_file_idx on commitment_file (commitment_id, added_at);
create index commitment_file_key_idx on commitment_file (key_id);

-- A promise that an enterprise says was made to it. Confidential until the body confirms it; opened by number and code.
create table commitment_registration (
  commitment_id uuid primary key references commitment (id),
  number text not null unique, -- CN2026-000001
  submission_hash bytea not null unique,
  code_hash bytea not null,
  key_id uuid not null references disclosure_key (id),
  sealed_enterprise bytea not null, -- name, USCC, contact
  named boolean not null, -- the enterprise agrees to be named in public
  due_on date not null,
  due_basis text not null,
  certainty text not null check (certainty in ('law', 'report', 'local')),
  answered_on date,
  answered_by text,
  answer text, -- the body's words, for the enterprise alone
  filed_at timestamptz not null default now()
);
create sequence commitment_registration_number;
create index commitment_registration_key_idx on commitment_registration (key_id);

-- 移交清单: what a body owes on a day, handed over to who takes over; kept as it was, signed off item by item.
create table handover (
  id uuid primary key,
  body_id uuid not null references body (id), -- whose matters they are
  incoming_id uuid not null references body (id), -- the successor, or the same body under a new post
  reason text not null check (reason in ('reorganisation', 'officials_changed')),
  outgoing_post text not null,
  incoming_post text not null,
  document text not null, -- canonical JSON (RFC 8785)
  sha256 bytea not null,
  made_by text not null,
  made_at timestamptz not null,
  version integer not null default 1,
  signed_by text,
  signed_at timestamptz,
  check ((signed_by is null) = (signed_at is null)),
  check (signed_by is null or signed_by <> made_by)
);
create index handover_body_idx on handover (body_id, made_at desc);
create index handover_incoming_idx on handover (incoming_id, made_at desc);

create table handover_item (
  handover_id uuid not null references handover (id),
  position integer not null,
  kind text not null check (kind in ('commitment', 'debt', 'settlement', 'case')),
  subject_id uuid not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'contested')),
  reason text,
  answered_by text,
  answered_at timestamptz,
  primary key (handover_id, position),
  check ((state = 'open') = (answered_by is null)),
  check (state <> 'contested' or reason is not null)
);

-- A complaint that began at a published commitment.
alter table cases add column commitment_id uuid;
alter table cases add constraint cases_commitment_fk foreign key (commitment_id) references commitment (id) not valid;

alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check check (subject_kind in ('case', 'disclosure', 'rating', 'body',
  'official', 'setting', 'report', 'sharing', 'credit_check', 'commitment', 'handover')) not valid;
