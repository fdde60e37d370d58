-- Sets of open data: what was built, in which files, and which records have left publication since.
create table open_data_release (
  id bigint generated always as identity primary key,
  name text not null unique, -- 2026-11-21; a later one of the same day 2026-11-21.2
  day date not null, -- in Asia/Shanghai
  reason text not null check (reason in ('nightly', 'ending', 'manual')),
  previous text, -- the release that its deltas lead from; null: a new beginning
  columns jsonb not null, -- of each set, as they were then
  built_at timestamptz not null, -- instant of the snapshot
  clean_as_of bigint, -- release whose endings are taken out of these files; null: its own
  revised_at timestamptz -- when a record that left publication was last taken out
);
create index open_data_release_day_idx on open_data_release (day desc, id desc);

-- Files are named by their content in storage; an index (id and hash of each row) is never handed out.
create table open_data_file (
  release_id bigint not null references open_data_release (id) on delete cascade,
  name text not null, -- disclosures.csv.gz
  dataset text not null check (dataset in ('disclosures', 'bodies', 'divisions')),
  part text not null check (part in ('full', 'delta', 'index')),
  format text not null check (format in ('csv', 'ndjson', 'ftm', 'index')),
  rows integer not null,
  bytes bigint not null, -- as it lies there, compressed
  sha256 bytea not null,
  content_bytes bigint not null, -- unpacked
  content_sha256 bytea not null,
  primary key (release_id, name)
);
create index open_data_file_sha256_idx on open_data_file (sha256);

-- Written with the change that ends a publication; goes when no kept file holds the record any more.
create table open_data_ending (
  disclosure_id uuid primary key references disclosure (id) on delete cascade,
  at timestamptz not null default now(),
  left_out_by bigint -- the first release without it; null: none yet
);
create index open_data_ending_waiting_idx on open_data_ending (at) where left_out_by is null;
