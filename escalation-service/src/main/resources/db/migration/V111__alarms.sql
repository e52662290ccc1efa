-- Read model of the Alarm aggregates, written in the transaction that appends their events.
create table alarm (
  alarm uuid primary key,
  raised bigint generated always as identity,
  kind text not null,
  clock text,
  organisation text not null,
  team text,
  person text,
  referrals integer not null,
  since timestamptz not null,
  raised_at timestamptz not null,
  rung text not null default 'CUSTODIAN',
  told_organisation text not null,
  told_person text,
  told_post text,
  told_at timestamptz not null,
  limit_at timestamptz,
  acknowledgement_lasts interval not null,
  acknowledged_by text,
  acknowledged_at timestamptz,
  acknowledged_until timestamptz,
  resolved_at timestamptz,
  resolved_by uuid
);
comment on column alarm.raised is 'order of raising: the cursor of the list';
comment on column alarm.referrals is 'how many it stood for when it was raised';
comment on column alarm.limit_at is 'when the rung told now has had its time; null at the top';

create unique index alarm_raised on alarm (raised);
create unique index alarm_open on alarm
  (kind, organisation, coalesce(clock, ''), coalesce(team, ''), coalesce(person, ''))
  where resolved_at is null;
create index alarm_step on alarm (coalesce(acknowledged_until, limit_at)) where resolved_at is null;

-- Which referrals came in under a catch-up plan: one alarm stands for all their clocks.
create table plan_referral (
  referral uuid primary key,
  plan text not null,
  organisation text not null,
  team text
);
create index plan_referral_plan on plan_referral (organisation, plan);

create table catch_up_plan (
  organisation text not null,
  plan text not null,
  team text,
  adopted_by text not null,
  adopted_at timestamptz not null,
  runs_until timestamptz not null,
  primary key (organisation, plan)
);
comment on column catch_up_plan.runs_until is 'its last milestone';
