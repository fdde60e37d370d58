-- How long what persons filed about a record is kept, and what officials asked about bodies; both in the table of retention and
-- in the list of erasures that a restore replays.
alter table retention_rule drop constraint retention_rule_subject_check;
alter table retention_rule add constraint retention_rule_subject_check
  check (subject in ('case', 'withdrawn_evidence', 'disclosure_request', 'credit_check')) not valid;
alter table erasure
  alter column case_id drop not null,
  alter column key_id drop not null, -- a credit check has no key: its words go
  add column subject_kind text not null default 'case',
  add column subject_id uuid; -- of what is no case
alter table erasure add constraint erasure_subject_kind_check
  check (subject_kind in ('case', 'disclosure_request', 'credit_check')) not valid;
alter table erasure add constraint erasure_subject_check
  check ((subject_kind = 'case') = (case_id is not null) and (subject_kind = 'case') = (subject_id is null)
    and (subject_kind = 'credit_check') = (key_id is null)) not valid;
create unique index erasure_subject_key on erasure (subject_kind, subject_id) where subject_id is not null;
alter table credit_check add column erased_at timestamptz;
create index disclosure_request_decided_idx on disclosure_request (decided_at) where outcome is not null;
create index credit_check_asked_idx on credit_check (asked_at) where erased_at is null;
