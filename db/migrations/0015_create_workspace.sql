-- The officials' workspace: who has a case on the desk, counts that cost nothing, search by keyed pairs, saved filters, presence.
alter table cases add column assignee text; -- user id of the official of the handling body; null: nobody yet

-- Whoever passes a case on, by whatever verb: the person stays behind, and the new body names its own.
create function drop_assignee() returns trigger language plpgsql as $$
begin
  new.assignee := null;
  return new;
end $$;
create trigger cases_drop_assignee before update of handler_id on cases for each row
  when (old.handler_id is distinct from new.handler_id and old.assignee is not null) execute function drop_assignee();

-- Counts of the inbox. Rows are only ever added by writers (so that filings for one body never wait for each other) and
-- summed by readers; a job folds rows of one key into one. due_on is there only while the clock presses.
create table inbox_tally (
  id bigint generated always as identity primary key,
  handler_id uuid,
  accepting_id uuid,
  watching_id uuid,
  state text not null,
  screening text not null,
  due_on date,
  n integer not null
);
create index inbox_tally_handler_idx on inbox_tally (handler_id);
create index inbox_tally_accepting_idx on inbox_tally (accepting_id) where accepting_id is not null;
create index inbox_tally_watching_idx on inbox_tally (watching_id) where watching_id is not null;

create function tally_case() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into inbox_tally (handler_id, accepting_id, watching_id, state, screening, due_on, n)
    values (old.handler_id, old.accepting_id, old.watching_id, old.state, old.screening,
      case when old.state in ('filed', 'accepted') then old.due_on end, -1);
  end if;
  if tg_op <> 'DELETE' then
    insert into inbox_tally (handler_id, accepting_id, watching_id, state, screening, due_on, n)
    values (new.handler_id, new.accepting_id, new.watching_id, new.state, new.screening,
      case when new.state in ('filed', 'accepted') then new.due_on end, 1);
  end if;
  return null;
end $$;
create trigger cases_tally after insert or delete on cases for each row execute function tally_case();
create trigger cases_tally_change after update on cases for each row
  when ((old.handler_id, old.accepting_id, old.watching_id, old.state, old.screening, old.due_on)
    is distinct from (new.handler_id, new.accepting_id, new.watching_id, new.state, new.screening, new.due_on))
  execute function tally_case();

-- Words that an official may look for: keyed hashes of all pairs of neighbouring characters, worth nothing without the key.
create table case_search (
  case_id uuid primary key references cases (id),
  key_version integer not null,
  grams bigint[] not null,
  indexed_at timestamptz not null default now()
);
create index case_search_grams_idx on case_search using gin (grams);
create index case_search_version_idx on case_search (key_version);
-- Cases whose words are to be indexed (again); a job empties it in batches.
create table case_search_todo (
  case_id uuid primary key,
  at timestamptz not null default now()
);
create function want_search() returns trigger language plpgsql as $$
begin
  insert into case_search_todo (case_id) values (new.case_id) on conflict (case_id) do update set at = now();
  return null;
end $$;
create trigger case_content_search after insert or update on case_content for each row
  when (new.part = 'narrative') execute function want_search();

create table inbox_filter (
  id uuid primary key,
  owner text not null,
  name text not null check (length(name) between 1 and 40),
  query text not null check (length(query) <= 1000), -- the address of the list, without its path
  counted integer,
  counted_at timestamptz,
  created_at timestamptz not null default now(),
  unique (owner, name)
);

-- Who has a case open just now. Nothing is lost with it.
create unlogged table case_presence (
  case_id uuid not null,
  user_id text not null,
  seen_at timestamptz not null default now(),
  primary key (case_id, user_id)
);
