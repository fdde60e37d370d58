-- no-transaction
create index concurrently if not exists commitment_benefit_idx
  on commitment using gin (text_pairs(benefit_words(title, body_name, beneficiary, text, facts)))
  where kind = 'benefit_policy' and state in ('published', 'in_progress', 'honoured', 'partly', 'changed', 'broken');
