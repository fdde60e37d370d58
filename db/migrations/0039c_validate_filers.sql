-- no-transaction
alter table notice validate constraint notice_recipient_kind_check;
