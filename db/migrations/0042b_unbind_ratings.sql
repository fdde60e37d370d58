-- A foreign key looks its point up, and locks it, for each of thousands of ratings a second. Ratings are only ever written of points
-- found in the same moment; what the keys guarded is guarded where a point would go instead.
alter table rating drop constraint rating_service_point_id_fkey;
alter table rating_deduplication drop constraint rating_deduplication_service_point_id_fkey;

create function keep_rated_point() returns trigger language plpgsql as $$
begin
  if exists (select from rating where service_point_id = old.id)
    or exists (select from rating_figure where scope = 'point' and key = old.id::text)
  then
    raise foreign_key_violation using message = 'a service point that was rated cannot be deleted',
      constraint = 'rating_service_point_id_fkey', table = 'rating';
  end if;
  return old;
end $$;
create trigger keep_rated_point before delete on service_point for each row execute function keep_rated_point();
