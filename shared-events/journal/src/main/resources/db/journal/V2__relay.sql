-- How far the relay has published. One row: one relay at a time publishes a store.
create table relay_cursor (
  only_row boolean primary key default true check (only_row),
  -- Everything up to this position is on the log, or waits in relay_parked.
  transaction_id xid8 not null,
  global_index bigint not null
);
insert into relay_cursor (transaction_id, global_index) values ('0', 0);

-- The last offset that the broker acknowledged. A topic that was made anew has another id.
create table relay_acked (
  topic text not null,
  topic_id text not null,
  partition integer not null,
  acked_offset bigint not null,
  primary key (topic_id, partition)
);

-- What the broker refuses for good: all later records of the key wait with it.
create table relay_parked (
  -- The referral, or on the register the stream.
  record_key text primary key,
  referral uuid,
  -- Everything of this key up to this position is on the log.
  transaction_id xid8 not null,
  global_index bigint not null,
  event_identifier text not null,
  payload_type text not null,
  refusal text not null,
  parked_at timestamptz not null default now(),
  -- EventParked has been recorded.
  announced boolean not null default false,
  -- Events that tell of parking are refused, too.
  mute boolean not null default false,
  -- Someone asked for another attempt.
  retry boolean not null default false
);
