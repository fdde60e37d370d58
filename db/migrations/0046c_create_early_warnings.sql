-- 大数据监测预警: cards that rules over trends raise for the superior of a body. A card is never removed: it is taken note of and
-- closed with a reason, and what was done stands in its notes. Numbers and ids of cases only, nothing of their content.
create table early_warning (
  id uuid primary key,
  key text not null unique, -- rule, body and period: the same trend raises one card, however often the job runs
  rule text not null check (rule in ('old_debt_after_change', 'arrears_deadline', 'same_demand', 'falling_timeliness')),
  body_id uuid not null references body (id),
  numbers jsonb not null,
  case_ids uuid[] not null,
  state text not null default 'new' check (state in ('new', 'acknowledged', 'closed')),
  version integer not null default 1,
  raised_at timestamptz not null default now(),
  seen_on date not null -- the last day on which the rule still said so
);
create index early_warning_body_idx on early_warning (body_id, state, raised_at desc);

create table early_warning_note (
  id uuid primary key,
  warning_id uuid not null references early_warning (id),
  kind text not null check (kind in ('acknowledged', 'closed', 'reopened')),
  words text not null,
  body_id uuid not null references body (id), -- for which it was written
  user_id text not null,
  at timestamptz not null
);
create index early_warning_note_idx on early_warning_note (warning_id, at);

-- 换届: days on which the officials of a place changed; the portal does not know them by itself.
create table place_change (
  id uuid primary key,
  division text not null references division (code),
  held_on date not null,
  words text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  removed_at timestamptz, -- entered by mistake
  unique (division, held_on)
);
