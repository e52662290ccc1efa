-- Where an escalation stands on its ladder, drawn from its own events in the transaction that
-- appends them; and, from its placing on, whose cause it is.
alter table escalation
  add column rung text not null default 'CUSTODIAN',
  add column told_organisation text,
  add column told_person text,
  add column told_post text,
  add column told_at timestamptz,
  add column limit_at timestamptz,
  add column acknowledgement_lasts interval,
  add column acknowledged_until timestamptz,
  add column placed boolean not null default false,
  add column partition integer,
  add column cause_organisation text,
  add column cause_team text,
  add column plan text,
  add column alarm uuid,
  add column returned boolean not null default false;
comment on column escalation.limit_at is 'when the rung told now has had its time; null at the top';
comment on column escalation.acknowledged_until is 'null where nobody''s word stands';
comment on column escalation.placed is 'false: raised, and not looked at yet for whose cause it is';
comment on column escalation.partition is 'of baton.referrals, as far as it is known when placed';
comment on column escalation.alarm is 'the open alarm that stands for it: it tells nobody by itself';
comment on column escalation.returned is 'came back from the log: it was told before and is not told again';

create index escalation_unplaced on escalation (raised) where not placed and resolved_at is null;
create index escalation_step on escalation (partition, coalesce(acknowledged_until, limit_at))
  where placed and confirmed and alarm is null and resolved_at is null;
create index escalation_next_step on escalation (coalesce(acknowledged_until, limit_at))
  where placed and confirmed and alarm is null and resolved_at is null;
create index escalation_cause on escalation
  (cause_organisation, coalesce(cause_team, ''), kind, coalesce(clock, ''))
  where placed and confirmed and resolved_at is null;
create index escalation_alarm on escalation (alarm, raised) where alarm is not null;
create index escalation_alarm_open on escalation (alarm) where alarm is not null and resolved_at is null;

-- Who is on duty is asked again and again: what is new on the register is found at once.
create index archived_event_register on archived_event (topic_id, partition, log_offset)
  where topic = 'baton.register';
