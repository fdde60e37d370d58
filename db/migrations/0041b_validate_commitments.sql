-- no-transaction
alter table event validate constraint event_subject_kind_check;
alter table cases validate constraint cases_commitment_fk;
create index concurrently if not exists cases_commitment_idx on cases (commitment_id) where commitment_id is not null;
