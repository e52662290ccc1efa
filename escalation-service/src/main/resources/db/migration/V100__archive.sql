-- Every event that the service read, byte for byte, with its place on the log. Written in the
-- reader's transaction, before anything is made of it. An event that the log holds twice stands
-- here once, at its first place.
create table archived_event (
  topic_id text not null,
  partition integer not null,
  log_offset bigint not null,
  topic text not null,
  event_id uuid,
  referral uuid,
  source text,
  subject text,
  sequence bigint,
  type text,
  recorded_time timestamptz,
  value bytea not null,
  primary key (topic_id, partition, log_offset)
);
comment on column archived_event.event_id is 'null where the bytes are no event';

create unique index archived_event_once on archived_event (event_id) where event_id is not null;
create index archived_event_referral on archived_event (referral, partition, log_offset)
  where referral is not null;
create index archived_event_time on archived_event (recorded_time, topic_id, partition, log_offset)
  where recorded_time is not null;
create index archived_event_place on archived_event (source, subject, sequence);
