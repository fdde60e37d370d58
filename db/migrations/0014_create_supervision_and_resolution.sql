-- What a superior does about a case (督办, 通报), and how a dispute ends: settlement, court, determination, callback, review.
-- Prose is sealed with the key of the case; codes, dates and amounts are not.

-- The body's word at closing. The complainant's word is the verdict: neither overwrites the other.
alter table cases add column body_says text check (body_says in ('solved', 'partly', 'not_solved'));

create table case_order (
  id uuid primary key,
  case_id uuid not null references cases (id),
  body_id uuid not null references body (id), -- the superior
  state text not null check (state in ('open', 'reported', 'closed')),
  shown boolean not null default false, -- its words may be read by the complainant
  due_on date not null,
  issued_by text not null,
  issued_at timestamptz not null default now(),
  closed_at timestamptz
);
create unique index case_order_running_key on case_order (case_id) where state <> 'closed';
create index case_order_case_idx on case_order (case_id, issued_at);
create index case_order_body_idx on case_order (body_id, due_on) where state <> 'closed';

-- What was said in an order, one row for each act: nothing is overwritten.
create table case_order_entry (
  id uuid primary key,
  order_id uuid not null references case_order (id),
  kind text not null check (kind in ('ordered', 'pressed', 'reported', 'closed')),
  sealed bytea, -- {"text"}
  due_on date,
  body_id uuid not null references body (id),
  user_id text not null,
  at timestamptz not null default now()
);
create index case_order_entry_order_idx on case_order_entry (order_id, at);

-- 通报: written anew by the superior, without words of a case.
create table supervision_notice (
  id uuid primary key,
  by_body_id uuid not null references body (id),
  body_id uuid not null references body (id), -- the body concerned
  title text not null check (length(title) between 2 and 200),
  words text not null check (length(words) between 2 and 5000),
  issued_by text not null,
  issued_at timestamptz not null default now()
);
create index supervision_notice_body_idx on supervision_notice (body_id, issued_at desc);
create index supervision_notice_by_idx on supervision_notice (by_body_id, issued_at desc);
create table supervision_notice_case (
  notice_id uuid not null references supervision_notice (id),
  case_id uuid not null references cases (id),
  primary key (notice_id, case_id)
);
create index supervision_notice_case_case_idx on supervision_notice_case (case_id);

-- 调解: internal, like a note.
create table case_mediation (
  id uuid primary key,
  case_id uuid not null references cases (id),
  held_on date not null,
  sealed bytea not null, -- {"parties", "text"}
  body_id uuid not null references body (id),
  user_id text not null,
  at timestamptz not null default now()
);
create index case_mediation_case_idx on case_mediation (case_id, held_on);

-- 和解协议. It stands once the complainant has agreed; kept or broken is derived from its instalments.
create table case_settlement (
  id uuid primary key,
  case_id uuid not null references cases (id),
  state text not null check (state in ('proposed', 'agreed', 'declined', 'replaced')),
  sealed bytea not null, -- {"parties", "text"}
  signed_on date not null,
  body_id uuid not null references body (id),
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  decided_on date -- when the complainant agreed or declined
);
create unique index case_settlement_proposed_key on case_settlement (case_id) where state = 'proposed';
create unique index case_settlement_agreed_key on case_settlement (case_id) where state = 'agreed';
create index case_settlement_case_idx on case_settlement (case_id, proposed_at);
create table case_instalment (
  id uuid primary key,
  settlement_id uuid not null references case_settlement (id),
  position integer not null check (position between 1 and 36),
  amount numeric(18, 2) not null check (amount > 0),
  due_on date not null,
  paid_on date, -- the body says so
  received boolean, -- the complainant says so, or denies it; null: silence
  said_on date,
  check (received is null or paid_on is not null),
  check ((received is null) = (said_on is null)),
  unique (settlement_id, position)
);

-- 诉前、诉中、诉后: each entry is a row, the newest of a stage holds.
create table case_court (
  id uuid primary key,
  case_id uuid not null references cases (id),
  stage text not null check (stage in ('before', 'during', 'after')),
  outcome text not null check (outcome in ('mediating', 'mediated', 'not_mediated', 'sued', 'pending', 'withdrawn', 'settled', 'for_complainant', 'partly', 'for_body', 'performed', 'enforcing')),
  on_date date not null,
  sealed bytea not null, -- {"number", "text"}: a case number leads to the parties
  body_id uuid not null references body (id),
  user_id text not null,
  at timestamptz not null default now()
);
create index case_court_case_idx on case_court (case_id, at);

-- 旧账: what was found of the debt or promise, of the reason given, of the successor's answer. The newest row holds.
create table case_debt (
  id uuid primary key,
  case_id uuid not null references cases (id),
  change text not null check (change in ('office', 'reorganisation', 'policy', 'funds', 'none')), -- the reason that the body gives
  changed_on date,
  successor_id uuid references body (id), -- who took over
  sealed bytea not null, -- {"fact", "change", "successor"}
  body_id uuid not null references body (id),
  user_id text not null,
  at timestamptz not null default now()
);
create index case_debt_case_idx on case_debt (case_id, at);

-- 认定: proposed by one, approved by another.
create table case_determination (
  id uuid primary key,
  case_id uuid not null references cases (id),
  instance text not null check (instance in ('first', 'review', 'recheck')),
  finding text not null check (finding in ('established', 'partly', 'not_established')),
  document_number text not null check (length(document_number) between 2 and 60),
  determined_on date not null,
  sealed bytea not null, -- {"text"}
  body_id uuid not null references body (id),
  proposed_by text not null,
  proposed_at timestamptz not null default now(),
  approved boolean,
  decided_by text,
  decided_at timestamptz,
  sealed_remark bytea,
  check (decided_by is null or decided_by <> proposed_by),
  check ((approved is null) = (decided_by is null))
);
create unique index case_determination_standing_key on case_determination (case_id, instance) where approved is not false;
create index case_determination_case_idx on case_determination (case_id, proposed_at);

-- What was done after that.
create table case_deed (
  id uuid primary key,
  case_id uuid not null references cases (id),
  done_on date not null,
  sealed bytea not null, -- {"text"}
  body_id uuid not null references body (id),
  user_id text not null,
  at timestamptz not null default now()
);
create index case_deed_case_idx on case_deed (case_id, done_on);

-- 回访: the complainant is asked once after each closing, and reminded once. Silence is silence.
create table case_callback (
  id uuid primary key,
  case_id uuid not null references cases (id),
  asked_on date not null,
  remind_on date not null,
  reminded_on date,
  answered_on date,
  unique (case_id, asked_on)
);
create index case_callback_due_idx on case_callback (remind_on) where reminded_on is null and answered_on is null;

-- What stands in a case now: facts that the state machine asks for.
create view case_standing as
select c.id as case_id, json_build_object(
  'order', (select o.state from case_order o where o.case_id = c.id and o.state <> 'closed'),
  'proposed', exists (select 1 from case_settlement s where s.case_id = c.id and s.state = 'proposed'),
  'unpaid', exists (select 1 from case_settlement s join case_instalment i on i.settlement_id = s.id
    where s.case_id = c.id and s.state = 'agreed' and (i.paid_on is null or i.received is false)),
  'unconfirmed', exists (select 1 from case_settlement s join case_instalment i on i.settlement_id = s.id
    where s.case_id = c.id and s.state = 'agreed' and i.paid_on is not null and i.received is null),
  'established', exists (select 1 from case_debt d where d.case_id = c.id),
  'determination', (select case when d.approved then 'approved' else 'proposed' end from case_determination d
    where d.case_id = c.id and d.instance = c.instance and d.approved is not false)) as standing
from cases c;
