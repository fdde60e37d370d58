-- Places and bodies. Reference rows carry origin = 'reference' and the hash they were loaded with, so that an upgrade
-- can tell a local edit (hash differs) and leave it alone.
create table division (
  code text primary key check (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9})$'),
  name text not null,
  name_en text,
  level text not null check (level in ('province', 'city', 'county', 'township')),
  parent text references division (code),
  origin text not null default 'reference' check (origin in ('reference', 'local', 'import')),
  reference_hash text
);
create index division_parent_idx on division (parent, code);

create table body (
  id uuid primary key,
  name text not null,
  name_en text,
  short_name text,
  kind text not null check (kind in ('government', 'government_office', 'department', 'township_government', 'subdistrict_office', 'zone_committee', 'public_institution', 'company', 'grassroots', 'court', 'party_organ', 'other')),
  role text not null check (role in ('government', 'government_office', 'development_reform', 'finance', 'commerce', 'industry_it', 'statistics', 'market_regulation', 'housing', 'natural_resources', 'transport', 'water', 'government_services', 'audit', 'justice', 'human_resources', 'state_assets', 'financial_regulation', 'civil_affairs', 'discipline', 'establishment', 'organisation', 'publicity', 'court', 'procuratorate', 'other')),
  division text not null references division (code),
  parent uuid references body (id),
  uscc text check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  valid_from date,
  valid_to date,
  origin text not null default 'reference' check (origin in ('reference', 'local', 'import')),
  reference_hash text,
  created_at timestamptz not null default now()
);
create unique index body_name_division_key on body (name, division);
create unique index body_uscc_key on body (uscc) where uscc is not null;
create index body_division_role_idx on body (division, role);

create table body_name (
  body_id uuid not null references body (id) on delete cascade,
  name text not null,
  kind text not null check (kind in ('official', 'short', 'former', 'alias')),
  valid_to date,
  primary key (body_id, name)
);
create index body_name_name_idx on body_name (name text_pattern_ops);

create table succession (
  predecessor uuid not null references body (id),
  successor uuid not null references body (id),
  kind text not null check (kind in ('renamed', 'merged', 'split', 'abolished')),
  effective_on date not null,
  certainty text not null check (certainty in ('law', 'report', 'local')),
  basis text not null,
  primary key (predecessor, successor)
);
create index succession_successor_idx on succession (successor);
