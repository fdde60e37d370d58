-- no-transaction
-- What effective judgments that are not obeyed amount to, by place: read from the index alone.
create index concurrently if not exists disclosure_owed_idx on disclosure (division text_pattern_ops) include (amount)
  where state = 'published' and kind = 'unperformed_judgment';
