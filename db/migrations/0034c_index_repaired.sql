-- no-transaction
-- What was public and was put right: counted, never shown.
create index concurrently if not exists disclosure_repaired_body_idx on disclosure (body_id) where state = 'repaired' and published_at is not null;
create index concurrently if not exists disclosure_repaired_place_idx on disclosure (division text_pattern_ops) where state = 'repaired' and published_at is not null;
