-- no-transaction
create index concurrently if not exists access_log_case_idx on access_log (case_id, id) where case_id is not null;
create index concurrently if not exists evidence_unscanned_idx on evidence (created_at) where scan = 'unscanned' and removed_at is null;
