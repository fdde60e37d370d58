-- Files of whoever objects to a record or asks for its repair: sealed under the key of the request, scanned as evidence is.
create table disclosure_request_file (
  id uuid primary key,
  request_id uuid not null references disclosure_request (id),
  position integer not null check (position > 0),
  sealed_name bytea not null,
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 bytea not null,
  storage_name text not null unique,
  added_at timestamptz not null default now(),
  scan text not null default 'unscanned' check (scan in ('unscanned', 'clean', 'infected')),
  scanned_at timestamptz,
  scan_signature text,
  removed_at timestamptz, -- erased with the request
  unique (request_id, position)
);
create index disclosure_request_file_unscanned_idx on disclosure_request_file (added_at, id)
  where scan = 'unscanned' and removed_at is null;
