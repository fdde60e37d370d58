-- On which days supervisors were told of new cards about a body: once a day, however many cards there are.
create table early_warning_notice (
  body_id uuid not null references body (id),
  told_on date not null,
  primary key (body_id, told_on)
);
