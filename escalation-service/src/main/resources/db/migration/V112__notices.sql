-- What is to be sent outside, written in the transaction of what it tells. Its times are the
-- database's clock.
create table notice (
  notice uuid not null,
  address text not null,
  channel text not null,
  body text not null,
  created_at timestamptz not null,
  next_attempt timestamptz not null,
  attempts integer not null default 0,
  failure text,
  sent_at timestamptz,
  given_up_at timestamptz,
  primary key (notice, address)
);
comment on column notice.address is 'its name in the configuration';

create index notice_waiting on notice (next_attempt) where sent_at is null and given_up_at is null;
create index notice_unsent on notice (address, created_at) where sent_at is null;
create index notice_over on notice (coalesce(sent_at, given_up_at))
  where coalesce(sent_at, given_up_at) is not null;
create index notice_sent on notice (address, sent_at) where sent_at is not null;

-- The digests that were composed: each morning once, whoever looks.
create table digest (
  slot timestamptz primary key
);

create index escalation_upper on escalation (cause_organisation, cause_team, rung, kind, clock)
  where placed and confirmed and alarm is null and resolved_at is null
    and rung in ('INSPECTOR', 'HEAD_OF_UNIT', 'CHIEF_OFFICER');
