-- no-transaction
alter table judgment_text validate constraint judgment_text_draft_check;
