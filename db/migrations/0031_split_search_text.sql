-- The text of a record moves beside the search row, which stays so narrow that thousands of hits are read in a few
-- milliseconds; what results are counted and narrowed by stands in it. Old rows are rebuilt by a job (form).
alter table disclosure_search alter column text drop not null;
alter table disclosure_search
  add column form smallint not null default 1, -- of the folding and cutting: see api/services/disclosures/search-row.ts
  add column kind text not null default '',
  add column matter text not null default '',
  add column division text not null default '',
  add column year integer not null default 0,
  add column outcome text,
  add column court text; -- as it is written, where the record shows it

create table disclosure_text (
  disclosure_id uuid primary key references disclosure_search (disclosure_id) on delete cascade,
  text text not null, -- folded: every field that the record shows, a line each
  heads text not null, -- title, name, numbers: one character is looked for here only
  numbers text not null, -- 案号:
  names text not null, -- 单位:
  court text not null, -- 法院:
  full_text text -- of a judgment
);
