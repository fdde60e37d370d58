-- A text that nobody has approved stands in no column in the clear: it follows from the sealed original and the sealed
-- replacements, and is written down on the second person's approval. Until the next file has run, old drafts still lie there.
alter table judgment_text alter column public_text drop not null;
alter table judgment_text add constraint judgment_text_draft_check
  check ((approved_at is null) = (public_text is null)) not valid;
