-- 社会各界群众代表评议 (宁政传〔2018〕96号 四（三）): a panel appraises a place by a questionnaire. Who was asked and what was answered
-- never meet: an answer names neither panelist nor link and has no time; what joins the two rows in the database itself (the
-- transaction that wrote both) is wiped when the appraisal closes, by writing answers and links anew.
create table appraisal (
  id uuid primary key,
  division text not null references division (code), -- the place that is appraised
  body_id uuid not null references body (id), -- who holds the appraisal
  title text not null,
  state text not null check (state in ('draft', 'open', 'closed', 'published')),
  version integer not null default 1,
  questions jsonb not null, -- [{"id": "q1", "kind": "scale" | "words", "text"}]
  questions_version integer not null default 1,
  key_id uuid not null references disclosure_key (id), -- of the words that were written
  closes_on date not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  opened_at timestamptz,
  closed_at timestamptz,
  published_by text,
  published_at timestamptz,
  asked integer, -- when it closed: links that were sent
  results jsonb, -- when it closed: answers, and per question the counts of each level; null where too few answered
  check (published_by is null or published_by <> created_by),
  check ((state in ('closed', 'published')) = (closed_at is not null)),
  check ((state = 'published') = (published_at is not null))
);
create index appraisal_division_idx on appraisal (division text_pattern_ops, published_at desc) where state = 'published';
create index appraisal_body_idx on appraisal (body_id, created_at desc);
create index appraisal_closing_idx on appraisal (closes_on) where state = 'open';

-- Name, address and sector of whoever is asked, sealed with a key of its own; it goes when the results are published.
create table appraisal_panelist (
  id uuid primary key,
  appraisal_id uuid not null references appraisal (id),
  key_id uuid not null references disclosure_key (id),
  sealed bytea not null,
  contact_mac bytea not null, -- keyed hash: nobody is asked twice
  unique (appraisal_id, contact_mac)
);

create table appraisal_link (
  panelist_id uuid primary key references appraisal_panelist (id) on delete cascade,
  appraisal_id uuid not null references appraisal (id),
  token_hash bytea not null unique check (length(token_hash) = 32),
  key_version integer not null,
  sent_on date,
  reminded_on date,
  used boolean not null default false -- and never when
);
create index appraisal_link_appraisal_idx on appraisal_link (appraisal_id, used);

create table appraisal_answer (
  id uuid primary key, -- random
  appraisal_id uuid not null references appraisal (id),
  questions_version integer not null,
  levels jsonb not null, -- question → 1 to 5
  sealed_words bytea -- with the key of the appraisal
);
create index appraisal_answer_idx on appraisal_answer (appraisal_id);
