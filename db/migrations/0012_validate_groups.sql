-- no-transaction
alter table case_assignment validate constraint case_assignment_role_check;
alter table event validate constraint event_subject_kind_check;
create index concurrently if not exists case_assignment_passed_idx on case_assignment (body_id, to_at desc, case_id) where role = 'lead' and to_at is not null;
