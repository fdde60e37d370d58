-- no-transaction
create index concurrently if not exists event_at_idx on event (at desc, id desc);
create index concurrently if not exists event_actor_idx on event (actor_id, at desc, id desc) where actor_kind = 'official';
create index concurrently if not exists event_body_idx on event (body_id, at desc, id desc) where body_id is not null;
create index concurrently if not exists access_log_at_idx on access_log (at desc, id desc);
create index concurrently if not exists access_log_user_idx on access_log (user_id, at desc, id desc);
create index concurrently if not exists cases_handler_filed_idx on cases (handler_id, filed_at);
