-- 监测月报: a document per place and month, kept as it was generated (canonical JSON and its hash); pages only show it. A new
-- edition stands beside the old one; what was published stays.
create table monthly_report (
  id uuid primary key,
  division text not null references division (code),
  month date not null, -- its first day
  edition integer not null,
  document text not null, -- RFC 8785 JSON
  sha256 bytea not null check (length(sha256) = 32),
  body_id uuid references body (id), -- in whose name; null: made by the portal itself
  generated_by text not null,
  generated_at timestamptz not null,
  published_by text,
  published_at timestamptz,
  unique (division, month, edition),
  check ((published_by is null) = (published_at is null)),
  check (published_by is null or published_by <> generated_by)
);
create index monthly_report_public_idx on monthly_report (division, month desc, edition desc) where published_at is not null;
