-- Which reminders were given about objections and repairs, and in which language whoever filed one is written to. What is late
-- is derived from the day of filing each time: nothing here says so.
create table disclosure_request_warning (
  request_id uuid not null references disclosure_request (id),
  step text not null check (step in ('mark', 'decide')),
  rung smallint not null,
  due_on date not null,
  template text not null check (template in ('case.due_soon', 'case.overdue', 'case.escalated')),
  given_at timestamptz not null default now(),
  primary key (request_id, step, rung, due_on)
);
alter table disclosure_request add column locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en'));
alter table notice drop constraint notice_recipient_kind_check;
alter table notice add constraint notice_recipient_kind_check
  check (recipient_kind in ('official', 'complainant', 'filer')) not valid; -- filer: of an objection or a repair, by its id
