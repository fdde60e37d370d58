-- 实名差评回复率 and 有效差评整改率 of places: counts of bad ratings of the last twelve whole months and this one, made anew by the
-- hourly job that counts the cases of places. A place is the sum of what lies below it.
create table place_rating_loop (
  division text primary key,
  bad integer not null,
  set_aside integer not null,
  real_name integer not null,
  real_name_answered integer not null,
  real_name_late integer not null,
  rectified integer not null,
  rectify_late integer not null
);
create index place_rating_loop_idx on place_rating_loop (division text_pattern_ops);
-- What was changed in a place, newest first.
create index rating_step_rectified_idx on rating_step (at desc) where kind = 'rectified';
