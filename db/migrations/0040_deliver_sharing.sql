-- 逐级归集 by POST: where the batches of a destination go by themselves, and the secret that signs them. A destination without an
-- endpoint gets files that an official brings there.
create table share_endpoint (
  id uuid primary key references share_destination (id),
  url text not null,
  key_version integer not null,
  wrapped bytea not null, -- wrapped by the master key
  next_try_at timestamptz not null default now(),
  failures integer not null default 0,
  last_error text,
  last_ok_at timestamptz,
  changed_by text not null,
  changed_at timestamptz not null default now()
);
-- A batch that is posted stays the next one until it is taken: the platform sees numbers without gaps.
alter table share_batch add column posted boolean not null default false;
alter table share_batch add column delivered_at timestamptz;
create unique index share_batch_undelivered_key on share_batch (destination_id) where posted and delivered_at is null;
