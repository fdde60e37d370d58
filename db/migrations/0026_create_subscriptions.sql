-- Whoever wants to hear of new records by mail. The address is sealed with a key of its own and goes with it.
create table subscription (
  id uuid primary key,
  filters jsonb not null, -- what selects records, as in the address of their list
  locale text not null check (locale in ('zh-CN', 'en')),
  key_id uuid not null references disclosure_key (id),
  sealed bytea not null, -- address, and the token of its links
  token_hash bytea not null unique,
  address_mac bytea not null, -- keyed hash of address and filters: one subscription each
  asked_at timestamptz not null default now(),
  confirmed_at timestamptz, -- null: nothing is sent but the one question
  told_until timestamptz not null default now() -- publications up to here were told of
);
create unique index subscription_address_key on subscription (address_mac);
create index subscription_unconfirmed_idx on subscription (asked_at) where confirmed_at is null;

-- One question an asking, one digest a day: however often a job runs.
create table subscription_mail (
  id uuid primary key,
  subscription_id uuid not null references subscription (id) on delete cascade,
  kind text not null check (kind in ('question', 'digest')),
  day date not null,
  settled_at timestamptz, -- sent, or nothing was to be told
  unique (subscription_id, kind, day)
);
