-- Up to where each partition had been compared with this store when its service last started in order:
-- what it does not read would otherwise be compared from the beginning at each start.
create table log_compared (
  topic       text   not null,
  partition   int    not null,
  topic_id    text   not null,
  next_offset bigint not null,
  primary key (topic, partition)
);
