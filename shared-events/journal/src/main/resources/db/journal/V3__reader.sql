-- How far the log has been read, and what could not be applied.

-- The next offset to read. No row: nothing was read yet, so reading begins at offset 0.
create table log_checkpoint (
  topic       text collate "C" not null,
  partition   integer not null,
  -- A topic that was made anew has another id: its offsets mean nothing to this row.
  topic_id    text not null,
  next_offset bigint not null,
  -- The broker's timestamp of the last record read; only the lag in seconds depends on it.
  read_up_to  timestamptz not null,
  primary key (topic, partition)
) with (fillfactor = 50);

-- The last event applied, per stream of each service: only last + 1 is applied.
create table stream_position (
  stream        text collate "C" not null,
  source        text collate "C" not null,
  -- Null for streams of the register.
  referral      uuid,
  last_sequence bigint not null,
  last_event    text not null,
  recorded_time timestamptz not null,
  primary key (stream, source)
) with (fillfactor = 70);

create table parked_event (
  -- The order in which a story's events are applied when it is retried.
  position    bigint generated always as identity primary key,
  -- What waits together: the referral or, on the register, the stream.
  story       text collate "C" not null,
  kind        text not null check (kind in ('PARKED', 'BEHIND', 'WAITING')),
  referral    uuid,
  -- Null where the bytes are no event.
  source      text,
  stream      text,
  sequence    bigint,
  event_id    text,
  type        text,
  topic       text not null,
  topic_id    text not null,
  partition   integer not null,
  log_offset  bigint not null,
  record_key  text,
  value       bytea not null,
  -- Why it was parked, without personal data; null for those that only wait.
  reason      text,
  error       text,
  parked_at   timestamptz not null default now(),
  unique (topic_id, partition, log_offset)
);

-- Its row is what the reader and a retry lock.
create unique index parked_event_parked on parked_event (story) where kind = 'PARKED';
create index parked_event_story on parked_event (story, kind);
