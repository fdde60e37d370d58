-- Drafts from before: what is taken away here is read again from what lies sealed beside it. Rows are few, and only theirs are held.
update judgment_text set public_text = null where approved_at is null and public_text is not null;
