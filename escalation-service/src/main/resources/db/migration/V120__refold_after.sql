-- How far the log has to be read again before a refold may begin: what it folds from must be there.
create table refold_after (
  adoption uuid not null references refold (adoption),
  topic text collate "C" not null,
  partition integer not null,
  next_offset bigint not null,
  primary key (adoption, topic, partition)
);
