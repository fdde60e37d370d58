-- no-transaction
create index concurrently if not exists disclosure_text_order_idx on disclosure_text (sort_on desc, disclosure_id desc);
drop index concurrently if exists disclosure_search_order_idx;
