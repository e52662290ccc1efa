-- What is still to be judged: one row per referral, kept with the board in the reader's
-- transaction. A deadline is data, so that nothing has to be scheduled.
create table judgement (
  referral uuid primary key,
  partition integer not null,
  next_due timestamptz,
  next_certain timestamptz
);
comment on column judgement.partition is 'of baton.referrals: each is judged as far as it is known';
comment on column judgement.next_due is 'the earliest deadline still to be judged; null: none';
comment on column judgement.next_certain is
  'the earliest deadline that waits for a silent writer; null: none';

create index judgement_due on judgement (partition, next_due) where next_due is not null;
create index judgement_certain on judgement (partition, next_certain)
  where next_certain is not null;

-- Up to when everything is known. Kept so that a restart shows its true lag.
create table known_to (
  only_row boolean primary key default true check (only_row),
  certain timestamptz not null,
  presumed timestamptz not null
);
comment on column known_to.presumed is 'the same, if the silent writers recorded nothing';

-- What this service itself could not apply, until it is raised: the event that says so waits behind
-- the one that it is about and does not reach the board.
create table parked_here (
  event uuid primary key,
  referral uuid not null,
  recorded_at timestamptz not null
);
