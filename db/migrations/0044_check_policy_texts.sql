-- Full texts of policy documents as they were handed in: none shows before a second person has compared it with its source.
-- What was loaded before this stays as it is, without a source.
create table policy_text (
  id uuid primary key,
  document_id text not null references policy_document (id),
  state text not null default 'proposed' check (state in ('proposed', 'shown', 'refused', 'replaced')),
  source text not null, -- where it was taken from: an address, or the document on paper
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), -- of the file as it was handed in
  clauses jsonb not null, -- place → text
  proposed_by text not null, -- an official's id, or system: a command of the operator
  proposed_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (state = 'proposed')),
  check (decided_by is null or decided_by <> proposed_by)
);
create unique index policy_text_shown_idx on policy_text (document_id) where state = 'shown';
create index policy_text_proposed_idx on policy_text (proposed_at) where state = 'proposed';
