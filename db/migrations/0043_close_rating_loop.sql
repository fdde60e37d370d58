-- 差评闭环 (国办发〔2019〕51号 三(三)): what the serving body did about a bad rating, step by step, and the review (申诉复核) that
-- alone may set one aside. Steps are added, never changed. Words about a person are sealed with the key of the case; what was
-- changed at the counter is written to be published.
create table rating_step (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null check (kind in ('contacted', 'verified', 'rectified', 'looked_again')),
  outcome text not null,
  public_text text check ((kind = 'rectified') = (public_text is not null)),
  sealed bytea, -- {"text"}
  body_id uuid not null references body (id),
  user_id text not null,
  at timestamptz not null
);
create index rating_step_case_idx on rating_step (case_id, at);
create index rating_step_public_idx on rating_step (body_id, at desc) where kind = 'rectified';

create table rating_review (
  id uuid primary key,
  case_id uuid not null references cases (id),
  rating_id uuid not null,
  service_point_id uuid not null references service_point (id),
  body_id uuid not null references body (id), -- the body that was rated
  level smallint not null check (level between 1 and 2),
  day date not null, -- of the rating
  reason text not null check (reason in ('mistaken', 'malicious')),
  state text not null check (state in ('proposed', 'set_aside', 'refused', 'restored')),
  sealed bytea not null, -- {"text"}: the grounds
  proposed_by text not null,
  proposed_body uuid not null references body (id),
  proposed_at timestamptz not null,
  sealed_decision bytea,
  decided_by text,
  decided_body uuid references body (id),
  decided_at timestamptz,
  outsider boolean, -- decided by somebody who is not of the rated body
  sealed_restoration bytea,
  restored_by text,
  restored_body uuid references body (id),
  restored_at timestamptz,
  check (decided_by is null or decided_by <> proposed_by), -- a second person
  check ((state = 'proposed') = (decided_at is null)),
  check ((state = 'restored') = (restored_at is not null))
);
create unique index rating_review_open_idx on rating_review (case_id) where state in ('proposed', 'set_aside');
create index rating_review_body_idx on rating_review (body_id, day) where state = 'set_aside';
create index rating_review_point_idx on rating_review (service_point_id, day) where state = 'set_aside';
create index rating_review_waiting_idx on rating_review (body_id, proposed_at) where state = 'proposed';
