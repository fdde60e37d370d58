-- What records are compared by to find those that are about one thing: marks of their text, and the case numbers that they have
-- or name. Made by a job from the newest version; nothing public is read from it.
create table disclosure_likeness (
  disclosure_id uuid primary key references disclosure (id) on delete cascade,
  version integer not null,
  bands integer[] not null,
  numbers text[] not null
);
create index disclosure_likeness_bands_idx on disclosure_likeness using gin (bands);
create index disclosure_likeness_numbers_idx on disclosure_likeness using gin (numbers);

-- How whole and how new the public records are, by kind and by where they come from; measured by a job.
create table data_quality (
  kind text not null,
  source text not null, -- kind of the import, or 'portal'
  rows integer not null,
  filled jsonb not null, -- records in which a field has a value
  needed jsonb not null, -- fields that the kind shows
  unknown_bodies integer not null,
  newest_on date,
  newest_published_on date,
  measured_at timestamptz not null,
  primary key (kind, source)
);
