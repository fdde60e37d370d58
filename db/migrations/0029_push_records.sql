-- Courts, finance and transaction platforms push records with signed requests. A client is a body; it may have several keys at a
-- time, so that an old one goes on while the new one is put in place.
create table push_client (
  id uuid primary key,
  body_id uuid not null references body (id), -- in whose name its records are published
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0), -- tables of api/services/disclosures/import-kinds.ts
  per_hour integer not null default 600 check (per_hour between 1 and 100000),
  created_by text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create index push_client_body_idx on push_client (body_id);

create table push_key (
  id uuid primary key,
  client_id uuid not null references push_client (id),
  key_version integer not null,
  wrapped bytea not null, -- the secret, wrapped by the master key
  created_by text not null,
  created_at timestamptz not null default now(),
  shown_at timestamptz, -- the secret was shown: never again
  ends_at timestamptz, -- from here on it is refused
  last_used_at timestamptz
);
create index push_key_client_idx on push_key (client_id, created_at desc);

-- Requests that were taken: the same one a second time is a replay. Older ones are refused by their time.
create table push_nonce (
  key_id uuid not null references push_key (id),
  nonce text not null,
  at timestamptz not null default now(),
  primary key (key_id, nonce)
);
create index push_nonce_at_idx on push_nonce (at);
