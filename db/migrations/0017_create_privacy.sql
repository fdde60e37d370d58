-- Releases per field and body, readings that the complainant sees, retention, erasure, and the state of evidence.

-- Every reading of something of a person: by which body, of which case, for what.
alter table access_log
  add column case_id uuid,
  add column body_id uuid,
  add column category text check (category in ('verify', 'contact', 'handle', 'pay', 'supervise', 'law', 'other'));
update access_log set case_id = subject_id, category = 'handle' where subject_kind = 'case';
update access_log l set case_id = e.case_id, category = 'handle'
  from evidence e where l.subject_kind = 'evidence' and l.subject_id = e.id and e.case_id is not null;

-- Until now the rule stood in code: the bodies that deal with a case read its evidence, and who asks where that was allowed.
insert into case_release (id, case_id, body_id, field)
select gen_random_uuid(), r.case_id, r.body_id, r.field
from (
  select c.id as case_id, b.body_id, f.field
  from cases c
  cross join lateral (select distinct body_id from unnest(array[c.handler_id, c.accepting_id]) body_id where body_id is not null) b
  cross join lateral (
    select 'evidence' as field
    union all
    select p.part from case_content p where p.case_id = c.id and p.part in ('identity', 'contact') and c.identity_to_handler
  ) f
) r
where not exists (select from case_release o where o.case_id = r.case_id and o.body_id = r.body_id and o.field = r.field);
insert into case_release (id, case_id, body_id, field)
select gen_random_uuid(), c.id, c.respondent_now_id, 'identity'
from cases c
where c.identity_to_respondent
  and exists (select from case_content p where p.case_id = c.id and p.part = 'identity')
  and not exists (select from case_release o where o.case_id = c.id and o.body_id = c.respondent_now_id and o.field = 'identity');

-- How long persons are kept after a case ended, and evidence after it was withdrawn. A change is a new row with a later date.
create table retention_rule (
  id text primary key,
  subject text not null check (subject in ('case', 'withdrawn_evidence')),
  case_kind text check (case_kind in ('promise', 'old_debt', 'arrears', 'tip_off', 'service', 'other')), -- null: every kind
  length integer not null check (length between 1 and 600),
  unit text not null check (unit in ('day', 'month')),
  basis text not null,
  basis_en text not null,
  certainty text not null check (certainty in ('law', 'report', 'local')),
  valid_from date not null,
  created_by text,
  created_at timestamptz not null default now(),
  reference_hash text,
  unique nulls not distinct (subject, case_kind, valid_from)
);

-- The complainant asks; an approver or administrator decides with a reason.
create table erasure_request (
  id uuid primary key,
  case_id uuid not null references cases (id),
  sealed bytea, -- {"text"}: why it is asked, and what was answered
  state text not null check (state in ('pending', 'granted', 'refused')),
  reason text check (reason in ('no_longer_needed', 'consent_withdrawn', 'unlawful', 'retention_by_law', 'proceedings', 'supervision')),
  asked_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by text,
  check ((state = 'pending') = (decided_at is null))
);
create unique index erasure_request_pending_key on erasure_request (case_id) where state = 'pending';
create index erasure_request_case_idx on erasure_request (case_id);

-- What was erased and why: only ever added to, exported beside the backups, and replayed when one is restored.
create table erasure (
  seq bigint generated always as identity primary key,
  case_id uuid not null unique references cases (id),
  key_id uuid not null,
  reason text not null check (reason in ('retention', 'request')),
  code text not null, -- kind of the rule, or the reason of the decision
  erased_at timestamptz not null,
  erased_by text
);

-- Whether a file was looked at for viruses. Everything that was there before is unscanned, and said to be.
alter table evidence
  add column scan text not null default 'unscanned' check (scan in ('unscanned', 'clean', 'infected')),
  add column scanned_at timestamptz,
  add column scan_signature text;
