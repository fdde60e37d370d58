-- 合同履约监管: what was paid of what a commitment promises. Arrears and lateness are derived from it, never stored.
create table commitment_payment (
  id uuid primary key,
  commitment_id uuid not null references commitment (id),
  paid_on date not null,
  amount numeric(18, 2) not null check (amount <> 0), -- negative only where it takes an entry back
  takes_back_id uuid unique references commitment_payment (id),
  voucher text not null, -- number of the payment order
  written_by text not null,
  body_id uuid not null references body (id),
  written_at timestamptz not null default now(),
  check ((takes_back_id is null) = (amount > 0))
);
create index commitment_payment_idx on commitment_payment (commitment_id, paid_on, written_at);

-- The day on which all that was promised was paid: its dates run no longer.
alter table commitment add column settled_on date;

-- 识别、准备、采购、执行、移交: when a project entered a stage, and which post answers for it (项目责任回溯).
create table ppp_stage (
  commitment_id uuid not null references commitment (id),
  stage text not null check (stage in ('identification', 'preparation', 'procurement', 'execution', 'transfer')),
  entered_on date not null,
  department text not null,
  post text not null,
  document text not null,
  words text,
  written_by text not null,
  written_at timestamptz not null default now(),
  primary key (commitment_id, stage)
);

-- 逾期尚未支付款项 of a body, by 31 March for the year before; the figures are kept as they were published.
create table arrears_report (
  id uuid primary key,
  body_id uuid not null references body (id),
  division text not null references division (code),
  year integer not null check (year between 2020 and 2100),
  state text not null check (state in ('draft', 'in_review', 'published')),
  version integer not null default 1,
  document text not null, -- canonical JSON (RFC 8785)
  sha256 bytea not null,
  explanation text, -- why, and when it will be paid
  made_by text not null,
  made_at timestamptz not null default now(),
  approved_by text,
  published_at timestamptz,
  unique (body_id, year),
  check ((state = 'published') = (published_at is not null)),
  check ((state = 'published') = (approved_by is not null)),
  check (approved_by is null or approved_by <> made_by)
);
create index arrears_report_public_idx on arrears_report (year, published_at desc) where state = 'published';
-- Who was reminded of the report of a year: once at thirty days, once when it is late.
create table arrears_reminder (
  body_id uuid not null references body (id),
  year integer not null,
  kind text not null check (kind in ('soon', 'late')),
  sent_at timestamptz not null default now(),
  primary key (body_id, year, kind)
);

-- 惠企政策超市: pairs of neighbouring characters of all that an enterprise may ask for in its own words.
create function benefit_words(title text, body_name text, beneficiary text, words text, facts jsonb) returns text
  language plpgsql immutable parallel safe as $$
begin
  return lower(normalize(concat_ws(' ', title, body_name, beneficiary, words, facts ->> 'who', facts ->> 'what',
    facts ->> 'howMuch', facts ->> 'howToApply'), NFKC));
end $$;
