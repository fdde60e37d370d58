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
  repeated boolean not null default false, -- not the first of its device at this point on this day: a mark, never a refusal
  primary key (id, created_at)
) partition by range (created_at);
create table rating_default partition of rating default;
do $$
declare month date;
begin
  for month in select generate_series(date '2026-01-01', date '2028-12-01', interval '1 month')::date loop
    execute format('create table rating_%s partition of rating for values from (%L) to (%L)',
      to_char(month, 'YYYYMM'), month::timestamp at time zone 'Asia/Shanghai',
      (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai');
  end loop;
end $$;
create index rating_point_idx on rating (service_point_id, created_at desc);

create table rating_deduplication (
  service_point_id uuid not null references service_point (id),
  key_hash bytea not null, -- submission id, transaction number, or device and day
  kind text not null check (kind in ('submission', 'transaction', 'device_day')),
  rating_id uuid not null,
  key_version integer, -- submission: of the server key behind fingerprint and query code
  fingerprint bytea, -- submission: keyed hash of the canonical payload
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
