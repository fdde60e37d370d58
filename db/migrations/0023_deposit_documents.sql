-- The document that a record rests on, deposited by its author: sealed in the evidence storage, its hash public.
create table disclosure_file (
  id uuid primary key,
  disclosure_id uuid not null references disclosure (id),
  key_id uuid not null references disclosure_key (id),
  sealed_name bytea not null,
  media_type text not null,
  bytes bigint not null check (bytes between 1 and 20971520),
  sha256 bytea not null,
  storage_name text not null unique,
  added_by text not null,
  added_at timestamptz not null default now()
);
create index disclosure_file_record_idx on disclosure_file (disclosure_id, added_at);
