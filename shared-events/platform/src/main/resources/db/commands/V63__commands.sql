-- Up to where each force's commands topic was taken by this service, moved in the transaction of
-- what it led to. Whether commands before `unsure_before` were done is not known: they are answered
-- so, and not done. `recovery`: the last one that the place knows of. (allocation-service has had
-- these tables from its V108 and V123 on.)
create table command_place (
  topic_id      text   not null,
  partition     int    not null,
  next_offset   bigint not null,
  unsure_before bigint not null default 0,
  recovery      bigint not null default 0,
  primary key (topic_id, partition)
);

-- Each time that the log gave this store back what it had lost: up to where commands were taken was
-- lost with it.
create table command_recovery (
  id bigint generated always as identity primary key,
  at timestamptz not null default now()
);

-- Before this, allocation-service answered what is this service's to take: that it knows no such
-- command. What stands on the topics from that time is not done now.
insert into command_recovery (at) select now() where exists (select from event_entry);
