-- no-transaction
-- The sweep asks for each number of warnings given: what is due by the next rung?
drop index concurrently if exists case_clock_warn_idx;
create index concurrently case_clock_warn_idx on case_clock (warned, due_on) where ended_on is null and due_on is not null;
