-- Policy documents, clause by clause, and the table of duties that is read from them.
create table policy_document (
  id text primary key,
  number text,
  title text not null,
  title_en text,
  issuer text not null,
  issuer_body uuid references body (id),
  division text references division (code), -- null: national
  issued_on date,
  weight text not null check (weight in ('national', 'provincial', 'city', 'plan', 'draft')),
  status text not null check (status in ('in_force', 'draft', 'period_ended', 'basis_repealed', 'repealed')),
  status_note text,
  status_note_en text,
  status_on date not null,
  origin text not null default 'reference' check (origin in ('reference', 'local', 'import')),
  reference_hash text
);

create table policy_clause (
  id text primary key,
  document_id text not null references policy_document (id),
  position integer not null,
  place text not null, -- as the document counts: 三（四）, 附件12, 10
  heading text not null,
  heading_en text,
  digest text not null, -- our own sentences
  digest_en text,
  full_text text, -- only where the operator loaded it
  reference_hash text,
  unique (document_id, position),
  unique (document_id, place)
);

create table matter (
  code text primary key check (code in ('government_procurement', 'ppp', 'bidding', 'investment_promotion', 'government_debt', 'statistics', 'market_regulation', 'government_services', 'township', 'contract_performance', 'arrears', 'unperformed_judgment', 'compensation', 'other')),
  position integer not null,
  name text not null,
  name_en text not null,
  plain text not null, -- what a citizen would call it
  plain_en text not null,
  examples jsonb not null default '[]', -- [{"zh": …, "en": …}]
  words jsonb not null default '{}', -- word → weight, for the suggestion
  reference_hash text
);

create table responsibility (
  id text primary key,
  matter text references matter (code), -- null: a duty that no complaint matter reads
  topic text not null,
  division text not null references division (code),
  document_id text not null references policy_document (id),
  clause_id text not null references policy_clause (id),
  valid_from date,
  valid_to date,
  origin text not null default 'reference' check (origin in ('reference', 'local', 'import')),
  reference_hash text
);
create index responsibility_matter_idx on responsibility (matter, division);
create index responsibility_clause_idx on responsibility (clause_id);

create table responsibility_body (
  responsibility_id text not null references responsibility (id) on delete cascade,
  position integer not null, -- order of the text
  part text not null check (part in ('lead', 'supporting')),
  named text not null, -- exactly as the clause names it
  role text not null,
  body_id uuid references body (id), -- where the name means one body
  primary key (responsibility_id, position)
);
create index responsibility_body_body_idx on responsibility_body (body_id);
