-- 公平竞争审查: comments of anybody while a review is open to them, sealed with one key of the review; the body then publishes how
-- many came and its answer.
create table review_round (
  commitment_id uuid primary key references commitment (id),
  key_id uuid not null references disclosure_key (id),
  received integer, -- when it was answered
  note_id uuid references commitment_note (id), -- the answer, public
  answered_at timestamptz,
  check ((received is null) = (answered_at is null) and (note_id is null) = (answered_at is null))
);
create index review_round_key_idx on review_round (key_id);
create table review_comment (
  id uuid primary key,
  commitment_id uuid not null references review_round (commitment_id),
  submission_hash bytea not null unique,
  sealed bytea not null, -- words, and name and contact where they were left
  checked boolean not null, -- the human check passed
  filed_at timestamptz not null default now()
);
create index review_comment_idx on review_comment (commitment_id, filed_at);

alter table retention_rule drop constraint retention_rule_subject_check;
alter table retention_rule add constraint retention_rule_subject_check check (subject in
  ('case', 'withdrawn_evidence', 'disclosure_request', 'credit_check', 'registered_promise', 'review_comment')) not valid;
alter table erasure drop constraint erasure_subject_kind_check;
alter table erasure add constraint erasure_subject_kind_check
  check (subject_kind in ('case', 'disclosure_request', 'credit_check', 'registered_promise', 'review_comment')) not valid;
