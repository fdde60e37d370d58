-- Answers that an approver releases, their templates and files, performance of what was promised, opinions of supporting
-- bodies, and written explanations of the body complained of. Prose is sealed with the key of the case.

-- Which answers an approver releases: one row for each body that has a rule; bodies below inherit it.
create table answer_rule (
  id uuid primary key,
  body_id uuid not null unique references body (id),
  version integer not null default 1 check (version > 0),
  rules jsonb not null check (jsonb_typeof(rules) = 'array') -- [{"kind": code or null for all, "outcome": code or null for all}]
);
create table answer_rule_version (
  rule_id uuid not null references answer_rule (id),
  version integer not null,
  rules jsonb not null,
  set_by text not null,
  set_at timestamptz not null default now(),
  primary key (rule_id, version)
);

create table answer_template (
  id uuid primary key,
  body_id uuid not null references body (id),
  version integer not null default 1 check (version > 0),
  title text not null,
  kind text check (kind in ('promise', 'old_debt', 'arrears', 'tip_off', 'service', 'other')), -- null: of every kind
  text text not null, -- general words with placeholders, nothing personal
  retired_at timestamptz
);
create index answer_template_body_idx on answer_template (body_id) where retired_at is null;
create table answer_template_version (
  template_id uuid not null references answer_template (id),
  version integer not null,
  title text not null,
  kind text,
  text text not null,
  retired boolean not null,
  changed_by text not null,
  changed_at timestamptz not null default now(),
  primary key (template_id, version)
);

-- An answer that waits for its release: nobody but the bodies that deal with the case sees it.
create table case_answer_proposal (
  id uuid primary key,
  case_id uuid not null references cases (id),
  round integer not null,
  state text not null check (state in ('pending', 'released', 'returned', 'replaced')),
  sealed bytea not null, -- {"answers": [{"demandId", "outcome", "text", "legalGround", "promisedOn"}]}
  body_id uuid not null references body (id),
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  sealed_reason bytea, -- {"text"}: why it was sent back
  check ((state = 'pending') = (decided_at is null)),
  check (state not in ('released', 'returned') or decided_by <> proposed_by)
);
create unique index case_answer_proposal_pending_key on case_answer_proposal (case_id) where state = 'pending';
create index case_answer_proposal_case_idx on case_answer_proposal (case_id, proposed_at desc);

-- The body says that what it promised was done; the complainant may say that it was not.
create table case_performance (
  id uuid primary key,
  case_id uuid not null references cases (id),
  answer_id uuid not null references case_answer (id),
  sealed bytea not null, -- {"text"}
  reported_by text not null,
  body_id uuid not null references body (id),
  reported_at timestamptz not null default now(),
  reported_on date not null,
  disputed_at timestamptz,
  sealed_dispute bytea, -- {"text"}
  check ((disputed_at is null) = (sealed_dispute is null))
);
create index case_performance_case_idx on case_performance (case_id);
create unique index case_performance_standing_key on case_performance (answer_id) where disputed_at is null;

-- The lead asks a supporting body for its opinion. It never leaves the bodies.
create table case_opinion (
  id uuid primary key,
  case_id uuid not null references cases (id),
  body_id uuid not null references body (id),
  lead_id uuid not null references body (id),
  asked_by text not null,
  asked_at timestamptz not null default now(),
  due_on date not null,
  sealed_question bytea not null, -- {"text"}
  sealed_opinion bytea, -- {"text"}
  given_by text,
  given_at timestamptz,
  given_on date,
  check ((given_at is null) = (sealed_opinion is null))
);
create index case_opinion_case_idx on case_opinion (case_id);
create index case_opinion_body_idx on case_opinion (body_id, due_on);
create unique index case_opinion_open_key on case_opinion (case_id, body_id) where given_at is null;

-- 书面说明原因: what the body complained of is asked, by a number that is not that of the case.
create table case_explanation (
  id uuid primary key,
  reference text not null unique,
  case_id uuid not null references cases (id),
  body_id uuid not null references body (id), -- the body complained of
  asker_id uuid not null references body (id),
  asked_by text not null,
  asked_at timestamptz not null default now(),
  due_on date not null,
  released text[] not null default '{}' check (released <@ array['demands', 'narrative']), -- what went along, allowed by the complainant
  sealed_question bytea not null, -- {"text", "demands", "story"}: what the body complained of reads, and nothing else
  sealed_answer bytea, -- {"text"}
  given_by text,
  given_at timestamptz,
  given_on date,
  shared_at timestamptz, -- the complainant may read it
  check ((given_at is null) = (sealed_answer is null)),
  check (shared_at is null or given_at is not null)
);
create index case_explanation_case_idx on case_explanation (case_id);
create index case_explanation_body_idx on case_explanation (body_id, due_on);

-- Files that officials add, and what they belong to. A file without a row here is seen by the bodies of the case alone.
create table case_attachment (
  evidence_id uuid primary key references evidence (id) on delete cascade,
  case_id uuid not null references cases (id),
  purpose text not null check (purpose in ('answer', 'performance', 'explanation')),
  round integer, -- of an answer that was proposed or sent; null: with the draft
  explanation_id uuid references case_explanation (id),
  performance_id uuid references case_performance (id),
  user_id text not null,
  body_id uuid not null references body (id),
  sent_at timestamptz, -- null: not yet seen by those whom it is for
  check ((purpose = 'explanation') = (explanation_id is not null))
);
create index case_attachment_case_idx on case_attachment (case_id);
create index case_attachment_explanation_idx on case_attachment (explanation_id) where explanation_id is not null;
