-- 公示信息. State, class, end of publication and objection are facts of their own.
create table import_batch (
  id uuid primary key,
  kind text not null,
  file_name text not null,
  sha256 bytea not null,
  rows_total integer not null default 0,
  rows_imported integer not null default 0,
  rows_unchanged integer not null default 0,
  rows_refused integer not null default 0,
  report jsonb not null default '[]',
  imported_by text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);

create table disclosure (
  id uuid primary key,
  kind text not null check (kind in ('lost_judgment', 'unperformed_judgment', 'dishonesty_record', 'typical_case')),
  state text not null check (state in ('draft', 'in_review', 'published', 'repaired', 'expired', 'withdrawn')),
  version integer not null default 1,
  natural_key text not null unique,
  body_id uuid references body (id),
  body_name text not null, -- as the document names it
  division text not null references division (code),
  matter text not null references matter (code),
  title text not null,
  case_number text, -- normal form: full-width brackets
  court text,
  court_division text,
  document_number text,
  deciding_body text,
  decided_on date,
  year integer not null,
  outcome text check (outcome in ('ordered_to_perform', 'ordered_to_compensate', 'upheld_against_body', 'partly_against_body', 'act_revoked', 'act_illegal')),
  conduct text,
  count integer not null default 1,
  amount numeric(18, 2),
  summary text not null,
  required_action text, -- what the body must do
  performed text, -- what it has done
  performed_on date,
  source text not null,
  publication_class text not null default 'none' check (publication_class in ('minor', 'ordinary', 'serious', 'none')),
  publish_until date,
  objection_flag text not null default 'none' check (objection_flag in ('none', 'under_objection')),
  withdraw_reason text,
  publisher_id uuid references body (id), -- in whose name it is published; null: the portal itself (imports)
  case_id uuid references cases (id), -- where a determination came out of a case
  batch_id uuid references import_batch (id),
  created_by text not null,
  created_at timestamptz not null default now(),
  submitted_by text,
  approved_by text,
  published_at timestamptz,
  ended_at timestamptz,
  sort_on date not null, -- decided_on, or the first day of the year
  check (approved_by is null or approved_by <> created_by)
);
create index disclosure_public_idx on disclosure (sort_on desc, id desc) where state = 'published';
create index disclosure_public_kind_idx on disclosure (kind, sort_on desc, id desc) where state = 'published';
create index disclosure_public_division_idx on disclosure (division text_pattern_ops, sort_on desc, id desc) where state = 'published';
create index disclosure_public_matter_idx on disclosure (matter, sort_on desc, id desc) where state = 'published';
create index disclosure_public_year_idx on disclosure (year, sort_on desc, id desc) where state = 'published';
create index disclosure_public_body_idx on disclosure (body_id, sort_on desc, id desc) where state = 'published';
create index disclosure_state_idx on disclosure (state, created_at desc, id desc);
create index disclosure_case_number_idx on disclosure (case_number);
create index disclosure_published_at_idx on disclosure (published_at desc, id desc) where state = 'published';
create index disclosure_until_idx on disclosure (publish_until) where state = 'published';

create table disclosure_version (
  disclosure_id uuid not null references disclosure (id),
  version integer not null,
  content jsonb not null,
  reason text not null,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (disclosure_id, version)
);

create table disclosure_field_source (
  disclosure_id uuid not null references disclosure (id),
  field text not null,
  document text not null,
  collected_by text not null,
  collected_at timestamptz not null default now(),
  verified_by text,
  verified_at timestamptz,
  attachment_sha256 bytea,
  primary key (disclosure_id, field)
);

-- A correction of what is public waits here for a second person; the public record stands unchanged meanwhile.
create table disclosure_correction (
  disclosure_id uuid primary key references disclosure (id),
  base_version integer not null,
  content jsonb not null,
  reason text not null,
  proposed_by text not null,
  proposed_at timestamptz not null default now()
);

-- Only what is public now has a row here. Bigrams made by the application; text is rechecked with LIKE. Filters are
-- lexemes too ('k:lost_judgment', 'd:3203'), so that one index answers the whole question.
create table disclosure_search (
  disclosure_id uuid primary key references disclosure (id) on delete cascade,
  sort_on date not null,
  body_id uuid,
  text text not null, -- folded
  terms tsvector not null
);
create index disclosure_search_terms_idx on disclosure_search using gin (terms) with (fastupdate = off);
-- What stands in very many records is found by walking from the newest.
create index disclosure_search_order_idx on disclosure_search (sort_on desc, disclosure_id desc);
