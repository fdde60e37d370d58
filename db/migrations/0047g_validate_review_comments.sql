-- no-transaction
alter table retention_rule validate constraint retention_rule_subject_check;
alter table erasure validate constraint erasure_subject_kind_check;
