-- The register of commitments as a set of the open data; one that was withdrawn leaves all kept files, as records do.
alter table open_data_file drop constraint open_data_file_dataset_check;
alter table open_data_file add constraint open_data_file_dataset_check
  check (dataset in ('disclosures', 'bodies', 'divisions', 'integrity', 'commitments')) not valid;
alter table open_data_file validate constraint open_data_file_dataset_check;

-- The table is a short queue: taking its key away and giving it another holds up nobody.
alter table open_data_ending drop constraint open_data_ending_pkey;
alter table open_data_ending alter column disclosure_id drop not null,
  add column commitment_id uuid references commitment (id) on delete cascade,
  add constraint open_data_ending_one_check check (num_nonnulls(disclosure_id, commitment_id) = 1);
create unique index open_data_ending_disclosure_key on open_data_ending (disclosure_id);
create unique index open_data_ending_commitment_key on open_data_ending (commitment_id);
