-- All kinds of records, the tracks beside their state (rectification, repair), why each step was taken, exemption for a
-- tolerated error (容错纠错), objections (异议) and repairs (修复) that are filed on the record's page.

-- Facts of single kinds. Plain columns without default: nothing is rewritten.
alter table disclosure
  add column sub_kind text,
  add column clause text, -- of the document that the determination rests on
  add column warning_level text,
  add column due_on date, -- until when the body must put it right
  add column period text, -- year of a warning or evaluation, session of a congress
  add column score text,
  add column proposal_kind text,
  add column proposal_answer text,
  add column subject_code text, -- credit code of a subject that is no body of the directory
  add column rectification text not null default 'none',
  add column rectification_due_on date,
  add column repair text not null default 'none';

-- Checked for new rows at once; 0021 looks through the old ones without holding up writers.
alter table disclosure drop constraint disclosure_kind_check;
alter table disclosure add constraint disclosure_kind_check check (kind in ('lost_judgment', 'unperformed_judgment',
  'dishonesty_record', 'honour', 'typical_case', 'debt_warning', 'rectification_notice', 'overdue_notice', 'proposal_result',
  'third_party_evaluation', 'agency_record', 'statistics_dishonesty', 'purchaser_record')) not valid;
alter table disclosure drop constraint disclosure_state_check;
alter table disclosure add constraint disclosure_state_check
  check (state in ('draft', 'in_review', 'published', 'repaired', 'expired', 'withdrawn', 'exempted')) not valid;
alter table disclosure add constraint disclosure_sub_kind_check
  check (sub_kind in ('administrative_penalty', 'discipline', 'accountability', 'determined_breach')) not valid;
alter table disclosure add constraint disclosure_warning_level_check check (warning_level in ('yellow', 'red')) not valid;
alter table disclosure add constraint disclosure_proposal_kind_check
  check (proposal_kind in ('congress', 'conference')) not valid;
alter table disclosure add constraint disclosure_proposal_answer_check
  check (proposal_answer in ('solved', 'planned', 'reference')) not valid;
alter table disclosure add constraint disclosure_rectification_check
  check (rectification in ('none', 'ordered', 'explained', 'done', 'verified')) not valid;
alter table disclosure add constraint disclosure_repair_check check (repair in ('none', 'asked', 'confirmed')) not valid;

-- Why a step was taken, in words: the events hold codes only.
create table disclosure_step (
  disclosure_id uuid not null references disclosure (id),
  version integer not null,
  action text not null,
  words text not null,
  by text not null,
  at timestamptz not null default now(),
  primary key (disclosure_id, version)
);

-- A decision of its own that an error is tolerated; proposed by one, decided by another.
create table disclosure_exemption (
  id uuid primary key,
  disclosure_id uuid not null references disclosure (id),
  document_number text not null,
  deciding_body text not null,
  decided_on date not null,
  clause text not null,
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  approved boolean,
  approved_by text,
  approved_at timestamptz,
  check (approved is not true or approved_by <> proposed_by),
  check ((approved is null) = (approved_by is null))
);
create unique index disclosure_exemption_open_key on disclosure_exemption (disclosure_id) where approved is null;

-- Keys of what persons file about records, as case_key is for cases.
create table disclosure_key (
  id uuid primary key,
  key_version integer not null,
  wrapped bytea,
  erased_at timestamptz,
  check ((wrapped is null) = (erased_at is not null))
);

-- An objection or a repair as it was filed. Words and contact are sealed; the code that opens it is stored as its hash.
create table disclosure_request (
  id uuid primary key,
  disclosure_id uuid not null references disclosure (id),
  kind text not null check (kind in ('objection', 'repair')),
  party text not null check (party in ('body', 'interested')),
  body_id uuid references body (id), -- where an official of the body filed it with a session: proved, not only said
  screening text not null check (screening in ('passed', 'held', 'rejected')),
  submission_hash bytea not null unique,
  code_hash bytea not null unique,
  key_id uuid not null references disclosure_key (id),
  sealed_words bytea not null, -- {"reasons", "evidence"}
  sealed_contact bytea not null, -- {"name", "phone", "email"}
  filed_by text, -- official
  filed_at timestamptz not null default now(),
  marked_at timestamptz, -- the record carries the flag from here on
  confirmed_by text,
  confirmed_at timestamptz,
  performed text, -- as the determining body confirms it
  performed_on date,
  outcome text check (outcome in ('upheld', 'corrected', 'withdrawn', 'dismissed', 'granted', 'refused', 'record_ended')),
  public_words text, -- reasons of the decision, public
  decided_by text,
  decided_at timestamptz,
  check ((outcome is null) = (decided_at is null))
);
create index disclosure_request_record_idx on disclosure_request (disclosure_id, filed_at);
create index disclosure_request_open_idx on disclosure_request (filed_at) where outcome is null;
create unique index disclosure_request_repair_key on disclosure_request (disclosure_id)
  where kind = 'repair' and outcome is null and screening = 'passed';

-- 限期整改: one row for each order.
create table disclosure_rectification (
  id uuid primary key,
  disclosure_id uuid not null references disclosure (id),
  due_on date not null,
  required text not null,
  ordered_by text not null,
  ordered_at timestamptz not null default now(),
  explanation text, -- written by the body; public once verified
  explained_by text,
  explained_at timestamptz,
  done text,
  done_on date,
  reported_by text,
  reported_at timestamptz,
  verified_by text,
  verified_at timestamptz,
  check (verified_by is null or verified_by is distinct from reported_by)
);
create index disclosure_rectification_record_idx on disclosure_rectification (disclosure_id, ordered_at);
create unique index disclosure_rectification_open_key on disclosure_rectification (disclosure_id) where verified_at is null;
