-- Anomalies of ratings, found by rules over the figures (api/domain/rating-flags.ts). A flag is looked at by a superior and its
-- decision noted; it takes nothing out of any count, and none is deleted.
create table rating_flag (
  id uuid primary key,
  kind text not null check (kind in ('burst', 'one_source', 'uniform_praise')),
  service_point_id uuid not null references service_point (id),
  body_id uuid not null references body (id),
  day date not null,
  rule_version integer not null,
  numbers jsonb not null, -- what the rule saw, and its limits
  found_at timestamptz not null default now(),
  decision text check (decision in ('explained', 'watched', 'looked_into')),
  words text,
  decided_by text,
  decided_body uuid references body (id),
  decided_at timestamptz,
  unique (service_point_id, kind, day),
  check ((decision is null) = (decided_at is null) and (decision is null) = (words is null) and (decision is null) = (decided_by is null))
);
create index rating_flag_open_idx on rating_flag (body_id, day desc) where decision is null;

-- 好差评 reported upward: signed, in days, each part with a receipt. No words, no contact, no transaction number leaves.
create table rating_receiver (
  id uuid primary key,
  name text not null,
  url text not null,
  wrapped bytea not null,
  key_version integer not null,
  next_day date not null, -- the day that is being sent
  sent_set text not null default 'ratings' check (sent_set in ('ratings', 'loop')),
  sent_part integer not null default 0, -- parts of this day and set that were taken
  after_at timestamptz,
  after_id uuid,
  failures integer not null default 0,
  last_error text,
  next_try_at timestamptz not null default now(),
  created_by text not null,
  created_at timestamptz not null default now(),
  shown_at timestamptz,
  disabled_at timestamptz
);
create table rating_receipt (
  receiver_id uuid not null references rating_receiver (id),
  day date not null,
  dataset text not null check (dataset in ('ratings', 'loop')),
  part integer not null,
  rows integer not null,
  sha256 bytea not null check (length(sha256) = 32), -- of the body as it was taken
  status integer not null check (status between 200 and 299),
  answer text not null, -- what the receiver said, for example its number of receipt; cut to 200 characters
  taken_at timestamptz not null default now(),
  primary key (receiver_id, day, dataset, part)
);
