-- Terms stand beside the row, whatever their length, and as they are: a search reads rows by the thousand and no terms at all,
-- and pairs of characters do not grow smaller by compression. Rows written before stay as they are until they are rebuilt.
alter table disclosure_search alter column terms set storage external;
alter table disclosure_search set (toast_tuple_target = 256);
