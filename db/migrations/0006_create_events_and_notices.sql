-- Tamper-evident history: RFC 8785 payload without prose, a salt, and the hash of the event before it in the same subject.
create table event (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('case', 'disclosure', 'rating', 'body', 'official', 'setting')),
  subject_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null,
  actor_kind text not null check (actor_kind in ('public', 'complainant', 'official', 'system')),
  actor_id text,
  body_id uuid,
  at timestamptz not null,
  payload text not null, -- canonical JSON
  salt bytea not null check (length(salt) = 32),
  prev_hash bytea check (length(prev_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  unique (subject_kind, subject_id, seq)
);

-- What must happen after a commit. A dispatcher hands rows to the queue in batches.
create table outbox (
  id bigint generated always as identity primary key,
  task text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  dispatched_at timestamptz,
  done_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create index outbox_waiting_idx on outbox (id) where dispatched_at is null;
create index outbox_undone_idx on outbox (created_at) where done_at is null;

create table notice (
  id uuid primary key,
  channel text not null check (channel in ('mail', 'portal', 'sms')),
  recipient_kind text not null check (recipient_kind in ('official', 'complainant')),
  recipient_id text not null, -- user id, or case id
  template text not null,
  params jsonb not null default '{}', -- numbers and codes only
  case_id uuid references cases (id),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  read_at timestamptz
);
create index notice_recipient_idx on notice (recipient_kind, recipient_id, created_at desc);
create index notice_case_idx on notice (case_id);

create table cache_invalidation (
  id bigint generated always as identity primary key,
  tags text[] not null,
  -- Ids are given before commits and seen out of order; a transaction id tells what a snapshot could not see yet.
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now()
);
create index cache_invalidation_xid_idx on cache_invalidation (xid);
create index cache_invalidation_at_idx on cache_invalidation (at);
