-- no-transaction
create index concurrently if not exists commitment_words_idx
  on commitment using gin (text_pairs(commitment_words(title, document_number, body_name, department, text)))
  where state in ('published', 'in_progress', 'honoured', 'partly', 'changed', 'broken');
