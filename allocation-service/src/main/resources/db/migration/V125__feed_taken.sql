-- What of each force's feed somebody of the force took, over HTTP or by a webhook: places behind
-- `after` and up to `up_to`. Who begins late takes nothing of what was told before. Stretches that
-- touch are one.
create table feed_taken (
  force   text   not null,
  "after" bigint not null,
  up_to   bigint not null,
  primary key (force, "after"),
  check ("after" < up_to)
);

-- Until now only the furthest place was known: up to there everything counts as taken.
insert into feed_taken (force, "after", up_to)
  select force, 0, max(position) from feed_cursor
   where consumer in ('http', 'webhooks') and position > 0 group by force;
