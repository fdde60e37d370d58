-- Disputes of competence, merged and linked cases, one reply to many, other channels, reports of retaliation.

-- Who contests that it is competent, who decides. While it is open the present handler remains the owner of the case.
create table case_dispute (
  id uuid primary key,
  case_id uuid not null references cases (id),
  opened_by_body uuid not null references body (id),
  arbiter_id uuid not null references body (id),
  opened_by text not null,
  opened_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  designated_id uuid references body (id),
  check ((decided_at is null) = (designated_id is null))
);
create unique index case_dispute_open_key on case_dispute (case_id) where decided_at is null;
create index case_dispute_arbiter_idx on case_dispute (arbiter_id) where decided_at is null;

-- A case that was merged into another, with what it was before: splitting puts it back.
create table case_merge (
  id uuid primary key,
  case_id uuid not null references cases (id),
  into_id uuid not null references cases (id),
  state_before text not null check (state_before in ('filed', 'accepted', 'waiting')),
  merged_by text not null,
  merged_at timestamptz not null default now(),
  split_by text,
  split_at timestamptz,
  check (case_id <> into_id)
);
create unique index case_merge_open_key on case_merge (case_id) where split_at is null;
create index case_merge_into_idx on case_merge (into_id) where split_at is null;

-- duplicate: these two are alike; member: `other_id` belongs to the mass complaint that `case_id` leads.
create table case_link (
  id uuid primary key,
  kind text not null check (kind in ('duplicate', 'member')),
  case_id uuid not null references cases (id),
  other_id uuid not null references cases (id),
  linked_by text not null,
  linked_at timestamptz not null default now(),
  removed_by text,
  removed_at timestamptz,
  check (case_id <> other_id)
);
create unique index case_link_pair_key on case_link (kind, case_id, other_id) where removed_at is null;
create unique index case_link_member_key on case_link (other_id) where kind = 'member' and removed_at is null;
create index case_link_case_idx on case_link (case_id) where removed_at is null;
create index case_link_other_idx on case_link (other_id) where removed_at is null;

-- One reply to many. Its words are sealed with the key of the leading case; each member gets an answer of its own.
create table group_reply (
  id uuid primary key, -- given by the form, so that sending twice is sending once
  lead_id uuid not null references cases (id),
  sealed bytea not null,
  written_by text not null,
  body_id uuid not null references body (id),
  created_at timestamptz not null default now()
);
create index group_reply_lead_idx on group_reply (lead_id, created_at);
create table group_reply_item (
  reply_id uuid not null references group_reply (id),
  case_id uuid not null references cases (id),
  done_at timestamptz not null default now(),
  primary key (reply_id, case_id)
);

-- What came from a hotline or a petition office: answers go back to whoever entered it.
create table case_intake (
  case_id uuid primary key references cases (id),
  channel text not null check (channel in ('hotline', 'petition')),
  external_number text not null,
  body_id uuid not null references body (id),
  entered_by text,
  entered_at timestamptz not null default now(),
  unique (channel, external_number)
);
create index case_intake_body_idx on case_intake (body_id, channel, entered_at desc);

-- 打击报复: a word to the superior of the handler, which the handler must never see.
create table retaliation_report (
  id uuid primary key,
  case_id uuid not null references cases (id),
  against_id uuid not null references body (id),
  body_id uuid not null references body (id),
  created_at timestamptz not null default now(),
  answered_at timestamptz,
  check (against_id <> body_id)
);
create index retaliation_report_body_idx on retaliation_report (body_id, created_at desc, id);
create index retaliation_report_case_idx on retaliation_report (case_id);
create table retaliation_message (
  id uuid primary key,
  report_id uuid not null references retaliation_report (id),
  author text not null check (author in ('complainant', 'official')),
  user_id text,
  sealed bytea not null,
  created_at timestamptz not null default now()
);
create index retaliation_message_report_idx on retaliation_message (report_id, created_at, id);

-- Grown enumerations: added unchecked, then checked without holding up writers.
alter table case_assignment drop constraint case_assignment_role_check;
alter table case_assignment add constraint case_assignment_role_check
  check (role in ('lead', 'supporting', 'accepting', 'watching', 'arbiter')) not valid;
alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check
  check (subject_kind in ('case', 'disclosure', 'rating', 'body', 'official', 'setting', 'report')) not valid;
