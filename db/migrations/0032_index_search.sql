-- no-transaction
create index concurrently if not exists disclosure_search_form_idx on disclosure_search (form, disclosure_id) where form < 2;
-- Figures of a place are counted from this index alone.
create index concurrently if not exists disclosure_search_place_idx on disclosure_search (division text_pattern_ops, year, kind);
create index concurrently if not exists disclosure_public_court_idx on disclosure (court, sort_on desc, id desc) where state = 'published' and court is not null;
create index concurrently if not exists disclosure_public_outcome_idx on disclosure (outcome, sort_on desc, id desc) where state = 'published' and outcome is not null;
