-- no-transaction
alter table event validate constraint event_subject_kind_check;
