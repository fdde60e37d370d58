-- Words of commitments for the search over everything: pairs of neighbouring characters of the folded text, as records have
-- them (api/domain/chinese-text.ts). An index over an expression: whoever writes a commitment need not know of it.
-- Not in SQL: such a function is put into the question letter by letter, and the index is then not recognised.
create function text_pairs(folded text) returns text[] language plpgsql immutable strict parallel safe as $$
begin
  return array(select distinct substr(folded, i, 2) from generate_series(1, length(folded) - 1) i);
end $$;

create function commitment_words(title text, document_number text, body_name text, department text, words text) returns text
  language plpgsql immutable parallel safe as $$
begin
  return lower(normalize(
    title || ' ' || coalesce(document_number, '') || ' ' || body_name || ' ' || department || ' ' || words, NFKC));
end $$;
