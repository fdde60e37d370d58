create table setting (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now(),
  updated_by text
);

-- Counters of limits per source. Keys are keyed hashes: no address is stored.
create table rate_limit (
  key bytea not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (key, window_start)
);
create index rate_limit_age_idx on rate_limit (window_start);

-- A known text sealed with each master key: `npm run doctor` opens it.
create table key_canary (
  key_version integer primary key,
  sealed bytea not null,
  created_at timestamptz not null default now()
);

create table reference_load (
  name text primary key,
  hash text not null,
  loaded_at timestamptz not null default now()
);
