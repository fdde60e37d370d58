-- A case that was not solved may be looked at again by the superior body (复查), and once more above that (复核).
alter table cases add column instance text not null default 'first' check (instance in ('first', 'review', 'recheck'));
