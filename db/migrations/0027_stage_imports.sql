-- Imports that are uploaded, checked, applied part by part, and taken up again where they were interrupted.
alter table import_batch
  add column state text not null default 'finished'
    check (state in ('waiting', 'checked', 'blocked', 'applying', 'finished', 'abandoned')),
  add column format text not null default 'csv' check (format in ('csv', 'xlsx', 'jsonl')),
  add column mode text not null default 'all' check (mode in ('all', 'partial')),
  add column reason text not null default '', -- kept with each version
  add column cursor_row integer not null default 0, -- rows of the file that are settled for good
  add column rows_changed integer not null default 0,
  add column bodies_made integer not null default 0,
  add column publisher_id uuid references body (id), -- in whose name; null: the portal itself
  add column profile jsonb, -- counts and fill rates of the check, compared with those of the next file
  add column blocked_by jsonb not null default '[]', -- why the check stopped it
  add column alike jsonb not null default '[]', -- rows that look like others
  add column failure text, -- what the last try of the job died of
  add column checked_at timestamptz,
  add column applied_by text;
-- What was imported before this migration is finished; nothing else was kept.
create index import_batch_started_idx on import_batch (started_at desc, id desc);
create index import_batch_file_idx on import_batch (sha256) where state = 'applying';
create index disclosure_batch_idx on disclosure (batch_id) where batch_id is not null;

-- The bytes of an upload, until it is finished or given up.
create table import_file (
  batch_id uuid not null references import_batch (id) on delete cascade,
  part integer not null,
  bytes bytea not null,
  primary key (batch_id, part)
);
