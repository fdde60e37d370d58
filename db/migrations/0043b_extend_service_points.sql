-- 服务点: windows stand in a hall, a kind of service (事项) is offered at windows; codes are replaced with a grace in which the old
-- poster still opens; many are made at once from a table.
create table service_point_batch (
  id uuid primary key,
  name text not null,
  sha256 bytea not null unique check (length(sha256) = 32), -- the same table twice makes nothing
  points integer not null check (points > 0),
  made_by text not null,
  made_at timestamptz not null
);
alter table service_point
  add column version integer not null default 1,
  add column parent_id uuid references service_point (id),
  add column batch_id uuid references service_point_batch (id),
  add constraint service_point_parent_check check (parent_id is null or kind in ('window', 'item')) not valid;
create index service_point_parent_idx on service_point (parent_id) where parent_id is not null;
create index service_point_batch_idx on service_point (batch_id) where batch_id is not null;

create table service_point_offer (
  item_id uuid not null references service_point (id),
  window_id uuid not null references service_point (id),
  primary key (item_id, window_id)
);
create index service_point_offer_window_idx on service_point_offer (window_id);

-- Codes that were replaced and may still hang.
create table service_point_code (
  code text primary key,
  service_point_id uuid not null references service_point (id),
  key_version integer not null,
  replaced_at timestamptz not null,
  valid_until timestamptz not null
);
create index service_point_code_point_idx on service_point_code (service_point_id);
