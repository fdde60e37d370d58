-- Ratings are written by the hundred. What they add to the figures is a row each in rating_delta, in the same transaction;
-- a job folds these rows into rating_figure, exactly once, because it deletes what it adds. So no two ratings ever wait for
-- one row of a popular counter.
create table rating_delta (
  service_point_id uuid not null,
  body_id uuid not null,
  day date not null, -- the day of the rating, whenever the change was
  level smallint not null check (level between 1 and 5),
  measures text[] not null, -- of rating_figure.measure: each changes by n
  n smallint not null check (n <> 0)
);
-- Rows live for a second or two: the dead ones must go quickly.
alter table rating_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
  autovacuum_vacuum_insert_threshold = -1, autovacuum_vacuum_cost_delay = 0);

create table rating_figure (
  scope text not null check (scope in ('point', 'item', 'body', 'place')),
  key text not null, -- id of the point or body, the item, the code of the division (each place it lies in has a row)
  day date not null,
  channel text not null check (channel in ('offline', 'online')),
  level smallint not null check (level between 1 and 5),
  -- `given` counts all ratings; the others say of how many of these it is true
  measure text not null check (measure in ('given', 'set_aside', 'repeated', 'efficiency', 'competence', 'attitude',
    'accuracy', 'convenience', 'platform')),
  n bigint not null,
  primary key (scope, key, day, channel, level, measure)
);

-- Set aside by review as mistaken or malicious: still counted, and shown as set aside.
alter table rating add column set_aside_at timestamptz;

-- The months ahead are made by a job, and what fell into rating_default is brought home. Only the owner may make tables.
-- A month that lies in rating_default is moved while nobody writes there; whoever meets that moment writes again.
create function ensure_rating_months(ahead integer) returns text[] language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  first date := date_trunc('month', now() at time zone 'Asia/Shanghai')::date;
  made text[] := '{}';
  month date;
  name text;
begin
  perform pg_advisory_xact_lock(7203912);
  set local lock_timeout = '5s';
  for month in
    select m::date from generate_series(first, first + make_interval(months => least(ahead, 120)), interval '1 month') m
    union
    select date_trunc('month', created_at at time zone 'Asia/Shanghai')::date from rating_default
    order by 1
  loop
    name := 'rating_' || to_char(month, 'YYYYMM');
    continue when to_regclass('public.' || name) is not null;
    execute format('create table public.%I (like public.rating including defaults including constraints)', name);
    lock table rating_default in access exclusive mode;
    execute format('with moved as (delete from public.rating_default where created_at >= %1$L and created_at < %2$L returning *)
      insert into public.%3$I select * from moved', month::timestamp at time zone 'Asia/Shanghai',
      (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai', name);
    execute format('alter table public.rating attach partition public.%I for values from (%L) to (%L)', name,
      month::timestamp at time zone 'Asia/Shanghai', (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai');
    made := made || name;
  end loop;
  return made;
end $$;

-- Months whose last day lies before `before` go, whole, with the keys of words that belong to no case. Figures stay. At least
-- a year is kept, whatever is asked.
create function drop_rating_months(before date) returns text[] language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  dropped text[] := '{}';
  name text;
begin
  perform pg_advisory_xact_lock(7203912);
  set local lock_timeout = '5s';
  for name in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public.rating'::regclass and c.relname ~ '^rating_\d{6}$'
      and (to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month')::date
        <= least(before, ((now() at time zone 'Asia/Shanghai')::date - interval '1 year')::date)
    order by 1
  loop
    execute format('update case_key set wrapped = null, erased_at = now() where case_id is null and wrapped is not null
      and id in (select key_id from public.%I where key_id is not null)', name);
    execute format('drop table public.%I', name);
    dropped := dropped || name;
  end loop;
  return dropped;
end $$;
revoke execute on function ensure_rating_months(integer), drop_rating_months(date) from public;

-- What was counted so far.
insert into rating_figure (scope, key, day, channel, level, measure, n)
select s.scope, s.key, d.day, p.channel, d.level, 'given', sum(d.count)
from rating_day d join service_point p on p.id = d.service_point_id
cross join lateral (
  select 'point', p.id::text
  union all select 'item', p.body_id || '/' || p.name where p.kind = 'item'
  union all select 'body', p.body_id::text
  union all select 'place', left(p.division, l) from unnest(array[2, 4, 6, 9]) l where length(p.division) >= l
) as s (scope, key)
group by 1, 2, 3, 4, 5;
