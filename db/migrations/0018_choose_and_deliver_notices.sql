-- What became of a notice, what each person wants to hear and where, and addresses that do not take what is sent.
alter table notice add column refused_at timestamptz; -- given up: the other side said that it never will
alter table notice add column refused_code text;

-- A mark on an address, kept without it: while the keyed hash is that of the address in use, nothing is sent there.
create table contact_bounce (
  recipient_kind text not null check (recipient_kind in ('official', 'complainant')),
  recipient_id text not null, -- user id, or case id
  channel text not null check (channel in ('mail', 'sms')),
  address_mac bytea not null,
  key_version integer not null,
  code text not null, -- smtp_550, sms_410 …
  at timestamptz not null default now(),
  primary key (recipient_kind, recipient_id, channel)
);
create index contact_bounce_at_idx on contact_bounce (at desc);

create table official_notice (
  user_id text primary key references auth_user (id) on delete cascade,
  phone text, -- of the office, for text messages
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  digest boolean not null default false,
  updated_at timestamptz not null default now()
);
-- Kinds that an official said nothing about come by mail and not by text message.
create table official_notice_choice (
  user_id text not null references auth_user (id) on delete cascade,
  kind text not null check (kind in ('arrivals', 'words', 'clocks', 'progress')),
  mail boolean not null,
  sms boolean not null,
  primary key (user_id, kind)
);
-- One list an official and day, however often the job runs.
create table official_digest (
  user_id text not null references auth_user (id) on delete cascade,
  day date not null,
  notice_id uuid not null,
  primary key (user_id, day)
);

-- What a complainant chose; without a row: mail where an address was left, else text messages to a mobile number.
create table case_notice_choice (
  case_id uuid primary key references cases (id),
  channel text not null check (channel in ('mail', 'sms', 'none')),
  updated_at timestamptz not null default now()
);
