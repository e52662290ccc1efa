-- Events of a type that the version which read them did not know: skipped. A later version that
-- knows the type applies them and takes them out.
create table unknown_event (
  topic_id   text not null,
  partition  integer not null,
  log_offset bigint not null,
  topic      text collate "C" not null,
  -- The referral or, on the register, the stream.
  story      text collate "C" not null,
  type       text collate "C" not null,
  record_key text,
  value      bytea not null,
  read_at    timestamptz not null default now(),
  primary key (topic_id, partition, log_offset)
);

create index unknown_event_type on unknown_event (type, topic, partition);
