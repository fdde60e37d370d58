-- no-transaction
create index concurrently if not exists commitment_township_idx on commitment (division text_pattern_ops, made_on desc)
  where kind = 'township' and state in ('published', 'in_progress', 'honoured', 'partly', 'changed', 'broken');
