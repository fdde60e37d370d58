-- no-transaction
-- The lists of the inbox, read in their own order; and what was there before the tally, the index of words and the trigger.
create index concurrently if not exists cases_desk_idx on cases (handler_id, state, (coalesce(due_on, '9999-12-31'::date)), id);
create index concurrently if not exists cases_accepting_desk_idx on cases (accepting_id, state, (coalesce(due_on, '9999-12-31'::date)), id) where accepting_id is not null;
create index concurrently if not exists cases_watching_desk_idx on cases (watching_id, state, (coalesce(due_on, '9999-12-31'::date)), id) where watching_id is not null;
create index concurrently if not exists cases_assignee_idx on cases (assignee, state) where assignee is not null;
-- The difference between what is and what was tallied, in one snapshot: right whether writers go on meanwhile or not.
insert into inbox_tally (handler_id, accepting_id, watching_id, state, screening, due_on, n)
select handler_id, accepting_id, watching_id, state, screening, due_on, sum(n)
from (
  select handler_id, accepting_id, watching_id, state, screening,
    case when state in ('filed', 'accepted') then due_on end as due_on, 1 as n from cases
  union all
  select handler_id, accepting_id, watching_id, state, screening, due_on, -n from inbox_tally
) as difference
group by handler_id, accepting_id, watching_id, state, screening, due_on having sum(n) <> 0;
insert into case_search_todo (case_id) select case_id from case_content where part = 'narrative' on conflict do nothing;
