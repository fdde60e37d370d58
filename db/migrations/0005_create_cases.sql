-- Cases. Prose and persons are in case_content, encrypted with the key of the case; erasing case_key erases them.
create sequence case_serial;

create table cases (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('promise', 'old_debt', 'arrears', 'tip_off', 'service', 'other')),
  matter text not null references matter (code),
  state text not null check (state in ('filed', 'accepted', 'waiting', 'answered', 'closed', 'refused', 'withdrawn', 'merged')),
  version integer not null default 1,
  screening text not null check (screening in ('passed', 'held', 'rejected')),
  screened_at timestamptz,
  channel text not null check (channel in ('portal', 'code', 'hotline', 'petition', 'import', 'api')),
  locale text not null default 'zh-CN',
  respondent_id uuid not null references body (id), -- as filed
  respondent_now_id uuid not null references body (id), -- its successor on the day of filing
  handler_id uuid references body (id), -- who has it now; null only where rule 6 ends without a handler
  accepting_id uuid references body (id), -- arrears: the accepting body
  watching_id uuid references body (id), -- service: the superior that watches
  division text not null references division (code), -- of the respondent
  routing jsonb not null, -- the answer of routing.ts as given to the complainant: coded steps, no prose of the case
  complainant_kind text not null check (complainant_kind in ('person', 'enterprise', 'anonymous')),
  amount numeric(18, 2) check (amount >= 0),
  identity_to_handler boolean not null,
  identity_to_respondent boolean not null,
  publish_summary boolean not null,
  refusal_reason text check (refusal_reason in ('pending_proceedings', 'already_answered', 'not_integrity', 'state_secret', 'not_competent', 'insufficient')),
  return_used boolean not null default false,
  designated boolean not null default false,
  reopened boolean not null default false,
  due_on date, -- due date of the running clock: an index for lists; overdue itself is always derived
  filed_at timestamptz not null,
  accepted_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  verdict text check (verdict in ('solved', 'partly', 'not_solved')), -- the complainant's word; the body's word is the state
  verdict_at timestamptz,
  rating_id uuid,
  check (channel <> 'code' or kind = 'service')
);
create index cases_handler_state_idx on cases (handler_id, state, filed_at desc, id desc);
create index cases_handler_due_idx on cases (handler_id, due_on, id) where state in ('filed', 'accepted', 'waiting');
create index cases_accepting_idx on cases (accepting_id, state, filed_at desc, id desc) where accepting_id is not null;
create index cases_watching_idx on cases (watching_id, state, filed_at desc, id desc) where watching_id is not null;
create index cases_respondent_idx on cases (respondent_now_id, filed_at desc);
create index cases_held_idx on cases (filed_at) where screening = 'held';

-- One key a case, wrapped by the master key. Made before the case when evidence arrives first.
create table case_key (
  id uuid primary key,
  case_id uuid unique references cases (id) deferrable initially deferred,
  submission_hash bytea unique,
  key_version integer not null,
  wrapped bytea,
  created_at timestamptz not null default now(),
  erased_at timestamptz,
  check ((wrapped is null) = (erased_at is not null))
);

-- The submission id is a bearer secret: only its SHA-256 is here.
create table case_submission (
  submission_hash bytea primary key,
  case_id uuid not null unique references cases (id),
  key_version integer not null, -- of the server key behind fingerprint and query code
  fingerprint bytea not null, -- keyed hash of the canonical payload
  code_hash bytea not null, -- SHA-256 of the query code
  created_at timestamptz not null default now()
);

create table case_content (
  case_id uuid not null references cases (id),
  part text not null check (part in ('narrative', 'identity', 'contact', 'details', 'summary')),
  sealed bytea not null,
  updated_at timestamptz not null default now(),
  primary key (case_id, part)
);

create table case_demand (
  id uuid primary key,
  case_id uuid not null references cases (id),
  position integer not null check (position between 1 and 20),
  sealed bytea not null,
  unique (case_id, position)
);

create table case_answer (
  id uuid primary key,
  case_id uuid not null references cases (id),
  demand_id uuid not null references case_demand (id),
  round integer not null default 1,
  outcome text not null check (outcome in ('accepted', 'partly', 'not')),
  sealed bytea not null, -- {"text", "legalGround"}
  promised_on date,
  answered_by text not null,
  body_id uuid not null references body (id),
  answered_at timestamptz not null default now(),
  unique (demand_id, round)
);
create index case_answer_case_idx on case_answer (case_id);

create table case_message (
  id uuid primary key,
  case_id uuid not null references cases (id),
  author text not null check (author in ('complainant', 'official', 'system')),
  kind text not null check (kind in ('message', 'request', 'supply', 'decision', 'verdict', 'note')), -- note: internal, never leaves the body
  user_id text,
  body_id uuid references body (id),
  sealed bytea not null,
  created_at timestamptz not null default now()
);
create index case_message_case_idx on case_message (case_id, created_at, id);

create table case_number_alias (
  number text primary key,
  case_id uuid not null references cases (id),
  reason text not null check (reason in ('merge', 'hotline', 'petition', 'import')),
  created_at timestamptz not null default now()
);
create index case_number_alias_case_idx on case_number_alias (case_id);

create table case_assignment (
  id uuid primary key,
  case_id uuid not null references cases (id),
  body_id uuid not null references body (id),
  role text not null check (role in ('lead', 'supporting', 'accepting', 'watching')),
  from_at timestamptz not null default now(),
  to_at timestamptz,
  reason_code text not null,
  assigned_by text
);
create index case_assignment_case_idx on case_assignment (case_id, from_at);
create index case_assignment_body_idx on case_assignment (body_id) where to_at is null;

-- What a complainant released, to which body, and until when.
create table case_release (
  id uuid primary key,
  case_id uuid not null references cases (id),
  body_id uuid not null references body (id),
  field text not null check (field in ('identity', 'contact', 'evidence', 'narrative')),
  granted_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index case_release_case_idx on case_release (case_id);

create table case_clock (
  id uuid primary key,
  case_id uuid not null references cases (id),
  rule_id text not null references clock_rule (id),
  step text not null,
  length integer not null,
  unit text not null check (unit in ('working_day', 'calendar_day', 'month', 'year')),
  starts_on_event text not null,
  started_on date, -- legal date of the starting event; null: not begun
  due_on date,
  ended_on date, -- when the step was done
  basis text not null,
  certainty text not null check (certainty in ('law', 'report', 'local')),
  division text references division (code),
  provisional boolean not null default false, -- counted over a year without a holiday notice
  unique (case_id, step)
);
create index case_clock_due_idx on case_clock (due_on) where ended_on is null and due_on is not null;

create table case_clock_stop (
  id uuid primary key,
  clock_id uuid not null references case_clock (id),
  reason text not null,
  from_on date not null,
  to_on date,
  check (to_on is null or to_on >= from_on)
);
create index case_clock_stop_clock_idx on case_clock_stop (clock_id);

create table case_clock_extension (
  id uuid primary key,
  clock_id uuid not null references case_clock (id),
  days integer not null check (days > 0),
  reason text not null,
  asked_by text not null,
  asked_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  approved boolean,
  check (decided_by is null or decided_by <> asked_by)
);
create index case_clock_extension_clock_idx on case_clock_extension (clock_id);

-- Evidence. The bytes are in storage, encrypted with the key of the case; names are sealed too.
create table evidence (
  id uuid primary key,
  key_id uuid not null references case_key (id),
  case_id uuid references cases (id), -- null until the filing adopts it
  position integer not null,
  sealed_name bytea not null,
  media_type text not null,
  bytes bigint not null check (bytes between 1 and 20971520),
  sha256 bytea not null,
  storage_name text not null unique,
  uploaded_by text not null check (uploaded_by in ('complainant', 'official')),
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create index evidence_case_idx on evidence (case_id) where case_id is not null;
create index evidence_key_idx on evidence (key_id);
create index evidence_orphan_idx on evidence (created_at) where case_id is null;

-- Multi-step forms without JavaScript: sealed with a key that only the cookie holds.
create table form_draft (
  id uuid primary key,
  kind text not null check (kind in ('complaint', 'reply')),
  owner text, -- reply drafts: the official
  subject_id uuid,
  sealed bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index form_draft_expiry_idx on form_draft (expires_at);
create unique index form_draft_reply_key on form_draft (owner, subject_id) where kind = 'reply';
