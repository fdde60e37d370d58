-- Who registered a promise is kept for a time, as who objected to a record is; files beside commitments are scanned as evidence is.
alter table retention_rule drop constraint retention_rule_subject_check;
alter table retention_rule add constraint retention_rule_subject_check
  check (subject in ('case', 'withdrawn_evidence', 'disclosure_request', 'credit_check', 'registered_promise')) not valid;
alter table erasure drop constraint erasure_subject_kind_check;
alter table erasure add constraint erasure_subject_kind_check
  check (subject_kind in ('case', 'disclosure_request', 'credit_check', 'registered_promise')) not valid;

alter table commitment_file
  add column scan text not null default 'unscanned',
  add column scanned_at timestamptz,
  add column scan_signature text,
  add column removed_at timestamptz; -- erased with the registration
alter table commitment_file add constraint commitment_file_scan_check
  check (scan in ('unscanned', 'clean', 'infected')) not valid;
create index commitment_file_unscanned_idx on commitment_file (added_at, id) where scan = 'unscanned' and removed_at is null;
create index commitment_registration_answered_idx on commitment_registration (answered_on) where answered_on is not null;
