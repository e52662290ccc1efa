-- Commands that a force sends on its topic are answered on its feed: one that cannot be read names no
-- referral.
alter table feed_entry alter column referral drop not null;

comment on column feed_entry.cause is
  'the event on the log; of an answer to a command, the place of the command, as a UUIDv5';

-- Up to where each force's commands topic was taken, moved in the transaction of what it led to.
create table command_place (
  topic_id    text   not null,
  partition   int    not null,
  next_offset bigint not null,
  primary key (topic_id, partition)
);
