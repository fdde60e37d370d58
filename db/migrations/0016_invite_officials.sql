-- Invitations by mail, the age of the last second factor, and who signed in through a provider.
create table official_invitation (
  id uuid primary key, -- becomes the id of the official
  name text not null,
  email text not null,
  -- SHA-256. The token itself is derived from id, number of the sending and a server key, so that the mail job can make it again.
  token_hash bytea not null unique check (length(token_hash) = 32),
  key_version integer not null,
  sending integer not null default 1 check (sending > 0),
  locale text not null default 'zh-CN',
  invited_by text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  sent_at timestamptz,
  opened_at timestamptz,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  check (accepted_at is null or withdrawn_at is null)
);
create unique index official_invitation_open_key on official_invitation (email) where accepted_at is null and withdrawn_at is null;
create index official_invitation_created_idx on official_invitation (created_at desc, id);
create table official_invitation_grant (
  invitation_id uuid not null references official_invitation (id) on delete cascade,
  role text not null check (role in ('intake', 'handler', 'approver', 'supervisor', 'arbiter', 'publisher', 'directory_editor', 'auditor', 'administrator')),
  body_id uuid not null references body (id),
  primary key (invitation_id, role, body_id)
);

-- A code given again within a session: reading an identity asks for a recent one. Null: only the one of the sign-in.
alter table auth_session add column stepped_up_at timestamptz;
