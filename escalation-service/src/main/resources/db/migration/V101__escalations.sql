-- Read model of the Escalation aggregates, written in the transaction that appends their events.
create table escalation (
  escalation uuid primary key,
  raised bigint generated always as identity,
  referral uuid not null,
  kind text not null,
  clock text,
  started_by uuid not null,
  due timestamptz,
  organisation text,
  person text,
  confirmed boolean not null,
  raised_at timestamptz not null,
  acknowledged_by text,
  acknowledged_at timestamptz,
  resolved_at timestamptz,
  resolved_by uuid,
  withdrawn boolean not null default false
);
comment on column escalation.raised is 'order of raising: the cursor of the list';

create unique index escalation_raised on escalation (raised);
create index escalation_referral on escalation (referral);
create index escalation_open on escalation (raised) where resolved_at is null;
create index escalation_unconfirmed on escalation (referral)
  where not confirmed and resolved_at is null;

-- Read model of the watch over the writers: one row per silence.
create table blindness (
  writer text not null,
  declared_at timestamptz not null,
  watermark timestamptz,
  ended_at timestamptz,
  primary key (writer, declared_at)
);
create index blindness_open on blindness (writer) where ended_at is null;
