-- 信用审查: an official asks before an award or a selection whether bodies have records. The answer is kept as it was given, in
-- RFC 8785 JSON, with its signature: whoever holds it can show that it is genuine. Nothing here is public.
create sequence credit_check_number;
create table credit_check (
  id uuid primary key,
  number text not null unique, -- XS2026-000001
  purpose text not null check (purpose in ('award', 'selection', 'promotion', 'appraisal', 'pilot', 'investment', 'funds',
    'tender', 'procurement', 'financing', 'other')),
  purpose_words text not null, -- which award, which tender
  asked_by text not null,
  body_id uuid not null references body (id), -- in whose name
  asked_at timestamptz not null,
  subjects integer not null check (subjects > 0),
  with_records integer not null,
  document text not null, -- canonical JSON
  sha256 bytea not null check (length(sha256) = 32),
  key_version integer not null,
  public_key bytea not null check (length(public_key) = 32), -- Ed25519
  signature bytea not null check (length(signature) = 64),
  used text check (used in ('excluded', 'considered', 'none')), -- 结果反馈
  used_words text,
  used_by text,
  used_at timestamptz,
  check ((used is null) = (used_at is null) and (used is null) = (used_by is null) and (used is null) = (used_words is null))
);
create index credit_check_body_idx on credit_check (body_id, asked_at desc, id desc);
