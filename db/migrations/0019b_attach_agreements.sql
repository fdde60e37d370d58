-- Files that belong to a settlement or a determination: the signed agreement, the deciding document.
alter table case_attachment add column subject_id uuid; -- of case_settlement or case_determination
alter table case_attachment drop constraint case_attachment_purpose_check;
alter table case_attachment add constraint case_attachment_purpose_check
  check (purpose in ('answer', 'performance', 'explanation', 'settlement', 'determination')) not valid;
