-- no-transaction
alter table disclosure validate constraint disclosure_kind_check;
alter table disclosure validate constraint disclosure_state_check;
alter table disclosure validate constraint disclosure_sub_kind_check;
alter table disclosure validate constraint disclosure_warning_level_check;
alter table disclosure validate constraint disclosure_proposal_kind_check;
alter table disclosure validate constraint disclosure_proposal_answer_check;
alter table disclosure validate constraint disclosure_rectification_check;
alter table disclosure validate constraint disclosure_repair_check;
create index concurrently if not exists disclosure_gone_idx on disclosure (ended_at desc, id desc) where published_at is not null and ended_at is not null;
create index concurrently if not exists disclosure_subject_code_idx on disclosure (subject_code) where subject_code is not null;
create index concurrently if not exists disclosure_case_idx on disclosure (case_id) where case_id is not null;
