-- Who wants to hear at once what becomes of public records. A receiver has its place in the events of records and gets what came
-- after it, in order; the place moves with its answer, so that nothing is lost while it is away.
create table webhook (
  id uuid primary key,
  name text not null,
  url text not null,
  key_version integer not null,
  wrapped bytea not null, -- the secret that signs, wrapped by the master key
  after_at timestamptz not null default now(),
  after_id uuid not null default '00000000-0000-0000-0000-000000000000',
  failures integer not null default 0,
  next_try_at timestamptz not null default now(),
  last_error text,
  last_ok_at timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  shown_at timestamptz,
  disabled_at timestamptz
);
create index webhook_due_idx on webhook (next_try_at) where disabled_at is null;
