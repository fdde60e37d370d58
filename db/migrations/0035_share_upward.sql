-- 逐级归集: what must go to the national and provincial platforms and to sites of the 信用中国 kind. One row is one message
-- about one record to one destination; numbers only rise, so whoever applies them in order holds what is public here.
create table share_destination (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null,
  level text not null check (level in ('national', 'province', 'credit_site')),
  kinds text[] not null, -- of records that go there
  format text not null check (format in ('jiannuo-share/1')),
  enabled boolean not null default false, -- off: nothing new goes there; what lies there is still corrected and removed
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null default now()
);

create table share_batch (
  id uuid primary key,
  destination_id uuid not null references share_destination (id),
  number integer not null, -- 1, 2, 3 … of the destination
  made_by text not null,
  made_at timestamptz not null default now(),
  messages integer not null,
  bytes integer not null, -- of the file as it was first made
  sha256 bytea not null check (length(sha256) = 32),
  previous bytea check (length(previous) = 32), -- of the batch before it
  unique (destination_id, number)
);

create table share_message (
  id bigint generated always as identity primary key, -- the number of the message
  destination_id uuid not null references share_destination (id),
  disclosure_id uuid not null references disclosure (id) on delete cascade,
  version integer not null, -- of the record
  act text not null check (act in ('add', 'modify', 'remove')),
  reason text, -- class, of a removal only
  state text not null check (state in ('waiting', 'sent', 'received', 'rejected', 'corrected', 'dropped')),
  since date not null, -- legal date of what it tells; when it is due is counted from here, never stored
  batch_id uuid references share_batch (id),
  content jsonb, -- as it was sent; gone once it was received, and once the record is no longer public
  receipt text,
  answered_on date,
  refusal text,
  refusal_words text,
  check ((reason is not null) = (act = 'remove')),
  check (act <> 'remove' or content is null),
  check ((refusal is not null) = (state in ('rejected', 'corrected')))
);
create unique index share_message_waiting_key on share_message (destination_id, disclosure_id) where state = 'waiting';
create index share_message_record_idx on share_message (disclosure_id, destination_id, id desc);
create index share_message_list_idx on share_message (destination_id, state, since, id);
create index share_message_batch_idx on share_message (batch_id, id);

-- Whether the destination holds the record, by the newest message that tells: what was sent counts as held until it is
-- refused, so that nothing is forgotten there. Two refusals say what the destination knows better.
create function share_held(destination uuid, record uuid) returns boolean language sql stable as $$
  select coalesce((
    select case when refusal = 'unknown_record' then false when refusal = 'already_there' then true else act <> 'remove' end
    from share_message
    where destination_id = destination and disclosure_id = record
      and (state in ('sent', 'received') or refusal in ('unknown_record', 'already_there'))
    order by id desc limit 1), false)
$$;

-- The one place that decides what a destination must be told of a record as it stands now. `target`: that destination alone.
create function share_record(r disclosure, target uuid default null) returns void language plpgsql as $$
declare
  d record;
  held boolean;
  scope boolean;
  what text;
begin
  for d in select id, kinds, enabled from share_destination where target is null or id = target loop
    scope := r.state = 'published' and r.kind = any (d.kinds);
    held := share_held(d.id, r.id);
    if not scope then
      update share_message set content = null
        where destination_id = d.id and disclosure_id = r.id and content is not null;
    end if;
    if not held and not (scope and d.enabled) then
      -- What was removed before it was sent is not sent.
      update share_message set state = 'dropped'
        where destination_id = d.id and disclosure_id = r.id and state = 'waiting';
    else
      what := case when not scope then 'remove' when held then 'modify' else 'add' end;
      insert into share_message (destination_id, disclosure_id, version, act, reason, state, since)
      values (d.id, r.id, r.version, what,
        case when what = 'remove' then
          case when r.state = 'published' then 'out_of_scope' else coalesce(r.withdraw_reason, r.state) end end,
        'waiting', (now() at time zone 'Asia/Shanghai')::date)
      on conflict (destination_id, disclosure_id) where state = 'waiting' do update
        set version = excluded.version, act = excluded.act, reason = excluded.reason,
          -- A clock that runs goes on; a removal has its own.
          since = case when (share_message.act = 'remove') = (excluded.act = 'remove') then share_message.since else excluded.since end;
    end if;
    update share_message set state = 'corrected'
      where destination_id = d.id and disclosure_id = r.id and state = 'rejected';
  end loop;
end $$;

create function share_change() returns trigger language plpgsql as $$
begin
  perform share_record(new);
  return null;
end $$;
-- Whatever verb or import changes a record, it is told in the same transaction. A request for repair changes nothing that is public.
create trigger disclosure_share_new after insert on disclosure for each row
  when (new.state = 'published') execute function share_change();
create trigger disclosure_share after update on disclosure for each row
  when ((old.state = 'published' or new.state = 'published')
    and to_jsonb(old) - '{version,repair}'::text[] is distinct from to_jsonb(new) - '{version,repair}'::text[])
  execute function share_change();

-- Looks through all records for one destination: when it is switched on, when its kinds change, and every night for what a
-- concurrent change of the destination missed. A refused message waits for a person.
create function share_reconcile(destination uuid) returns integer language plpgsql as $$
declare
  d record;
  r disclosure;
  n integer := 0;
begin
  select * into d from share_destination where id = destination;
  for r in
    select x.* from disclosure x left join lateral (
      select act, state from share_message m
      where m.disclosure_id = x.id and m.destination_id = destination and m.state in ('waiting', 'sent', 'received', 'rejected')
      order by m.id desc limit 1) m on true
    where (x.state = 'published' and x.kind = any (d.kinds) and d.enabled and (m.act is null or m.act = 'remove'))
      or (m.act <> 'remove' and (x.state <> 'published' or not x.kind = any (d.kinds)))
      or (not d.enabled and m.state = 'waiting' and m.act = 'add')
  loop
    perform share_record(r, destination);
    n := n + 1;
  end loop;
  return n;
end $$;

-- Sharing and credit checks (0036) have histories of their own.
alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check check (subject_kind in ('case', 'disclosure', 'rating', 'body',
  'official', 'setting', 'report', 'sharing', 'credit_check')) not valid;
