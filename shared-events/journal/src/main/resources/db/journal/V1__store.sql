-- The event store of one service, and what stamping and sealing need beside it.

-- The columns are those of Axon's JDBC engine. Payloads are text: readable in psql and byte-exact.
-- Identifiers are compared byte by byte (collate "C"): cheaper, and the order a person expects.
create table event_entry (
  global_index         bigint generated always as identity,
  event_identifier     text collate "C" not null unique,
  aggregate_identifier text collate "C" not null,
  sequence_number      bigint not null,
  type                 text not null,
  time_stamp           text collate "C" not null,
  payload_type         text not null,
  payload_revision     text,
  payload              text not null,
  meta_data            text not null,
  transaction_id       xid8 not null default pg_current_xact_id(),
  unique (aggregate_identifier, sequence_number),
  primary key (transaction_id, global_index)
);

comment on column event_entry.time_stamp is 'when it was recorded: RFC 3339, UTC, microseconds';
comment on column event_entry.payload_type is 'the wire name, version included';
comment on column event_entry.meta_data is 'envelope attributes, a JSON object of strings';
comment on column event_entry.transaction_id is 'the relay publishes in this order, below the horizon';

create table referral_clock (
  referral      uuid primary key,
  recorded_time timestamptz not null
) with (fillfactor = 70);

comment on table referral_clock is
  'last recorded time read or written; the zero referral stands for the register';

create table referral_key (
  referral uuid primary key,
  key      text not null
);

comment on table referral_key is 'which key of the keyring seals a referral''s personal data';

create table business_clock (
  only_row boolean primary key default true check (only_row),
  now      timestamptz not null
);

comment on table business_clock is 'where a stepped clock stands; empty on the system clock';
