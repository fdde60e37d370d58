-- 码上评. A rating is one row in the month it was given; deduplication is a table of its own, because a unique key of a
-- partitioned table must hold the partition key.
create table service_point (
  id uuid primary key,
  code text not null unique, -- unguessable, signed; printed on the poster
  code_key_version integer not null,
  kind text not null check (kind in ('hall', 'window', 'item', 'online')),
  channel text not null check (channel in ('offline', 'online')),
  name text not null,
  name_en text,
  place_name text not null, -- hall or site
  place_name_en text,
  body_id uuid not null references body (id),
  division text not null references division (code),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index service_point_body_idx on service_point (body_id);

create table rating (
  id uuid not null,
  created_at timestamptz not null,
  service_point_id uuid not null references service_point (id),
  body_id uuid not null,
  level smallint not null check (level between 1 and 5),
  indicators text[] not null default '{}',
  key_id uuid, -- case_key, where there are words or a contact
  sealed bytea, -- {"words", "contact"}
  has_contact boolean not null default false,
  locale text not null default 'zh-CN',
  case_id uuid,
  primary key (id, created_at)
) partition by range (created_at);
create table rating_default partition of rating default;
create index rating_point_idx on rating (service_point_id, created_at desc);

create table rating_deduplication (
  service_point_id uuid not null references service_point (id),
  key_hash bytea not null, -- submission id, transaction number, or device and day
  kind text not null check (kind in ('submission', 'transaction', 'device_day')),
  rating_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (service_point_id, key_hash)
);
create index rating_deduplication_age_idx on rating_deduplication (created_at);

create table rating_day (
  service_point_id uuid not null references service_point (id),
  day date not null,
  level smallint not null check (level between 1 and 5),
  count bigint not null,
  primary key (service_point_id, day, level)
);
