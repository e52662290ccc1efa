-- What was adopted, as far as this service has read the register: timescales, ladders, calendars.
create table policy_adoption (
  event uuid primary key,
  recorded_at timestamptz not null,
  value bytea not null
);
comment on column policy_adoption.value is 'the event as it stands on the log';
