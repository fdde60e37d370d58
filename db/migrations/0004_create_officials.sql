-- Sign-in (tables of better-auth, compared with its schema by a test) and what officials may do.
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table auth_session (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(), -- last use: idle sessions end
  second_factor_at timestamptz -- ours: null until a TOTP or recovery code was given; such a session may only enrol
);
create index auth_session_user_idx on auth_session (user_id);
create table auth_account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_account_user_idx on auth_account (user_id);
create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier_idx on auth_verification (identifier);
create table auth_two_factor (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  user_id text not null references auth_user (id) on delete cascade,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  last_step bigint not null default 0 -- ours: the last TOTP step used, claimed by a conditional update (no replay)
);
create index auth_two_factor_user_idx on auth_two_factor (user_id);
create table auth_rate_limit (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

create table official_grant (
  id uuid primary key,
  user_id text not null references auth_user (id) on delete cascade,
  role text not null check (role in ('intake', 'handler', 'approver', 'supervisor', 'arbiter', 'publisher', 'directory_editor', 'auditor', 'administrator')),
  body_id uuid not null references body (id),
  granted_by text,
  granted_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index official_grant_user_idx on official_grant (user_id) where revoked_at is null;
create index official_grant_body_idx on official_grant (body_id, role) where revoked_at is null;

-- Who looked at what that is not theirs by routine: identities, evidence, exports.
create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  user_id text not null,
  subject_kind text not null,
  subject_id uuid,
  field text not null,
  reason text not null
);
create index access_log_subject_idx on access_log (subject_kind, subject_id, id);
