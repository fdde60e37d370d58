-- How far the comparison of a long file is (near-equal rows); null: not begun, or a file from before.
alter table import_batch add column compared integer;
alter table import_batch add column compared_at timestamptz;

-- One confirmed press publishes a whole batch: a job approves its records one by one in the name of who pressed, and goes on from
-- the cursor after an interruption. A press after the end begins anew with what is left.
create table import_publication (
  batch_id uuid primary key references import_batch (id),
  by_id text not null, -- an official: the second person of every record
  state text not null default 'running' check (state in ('running', 'done', 'cancelled', 'stopped')),
  total integer not null,
  kept_back integer not null default 0, -- records that need a look of their own
  cursor_id uuid,
  stopped_by text, -- code of the error
  held_until timestamptz not null default now(), -- a process is at it until then
  started_at timestamptz not null default now(),
  ended_at timestamptz
);
create index import_publication_running_idx on import_publication (held_until) where state = 'running';
