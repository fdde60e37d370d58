-- A clock that is overdue when its rule changes stays as it is: the change lists it, and does not move it.
alter table setting_change_clock add column overdue boolean not null default false;
