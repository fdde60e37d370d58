-- The full text of a judgment beside its record. The original stays sealed, with a key of its own in disclosure_key (rotated with
-- all others); what was replaced and the names behind it are sealed too, for they hold what is hidden.
create table judgment_text (
  disclosure_id uuid primary key references disclosure (id),
  key_id uuid not null references disclosure_key (id),
  sealed_original bytea not null,
  sealed_changes bytea not null, -- replacements, JSON
  sealed_lists bytea not null, -- {"names", "keep"}: what persons added to the rules
  public_text text not null,
  public_sha256 bytea not null,
  put_by text not null,
  put_at timestamptz not null,
  changed_by text, -- who added names or gave words back
  changed_at timestamptz,
  shown_sha256 bytea, -- of the text that the second person read beside the original
  shown_to text,
  shown_at timestamptz,
  approved_by text, -- null: not public
  approved_at timestamptz,
  check ((approved_by is null) = (approved_at is null)),
  check (approved_by is null or approved_by <> put_by),
  check (approved_by is null or (shown_to is not null and shown_to = approved_by and shown_sha256 is not null and shown_sha256 = public_sha256))
);
create index judgment_text_key_idx on judgment_text (key_id);
