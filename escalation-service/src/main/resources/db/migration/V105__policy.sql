-- What was folded without an adoption that came late and is to be folded anew, from the archive.
create table refold (
  adoption uuid primary key,
  since timestamptz not null,
  ordered_at timestamptz not null default now(),
  reached uuid,
  done_at timestamptz
);
comment on column refold.adoption is 'the event, or an edition of the fold';
comment on column refold.since is 'what was recorded from then on may have been governed by it';
comment on column refold.reached is 'the last referral that was looked at; null before the first';

create index refold_pending on refold (ordered_at) where done_at is null;

-- The orders to set running deadlines anew, and how far each has got.
create table recalculation (
  id uuid primary key,
  organisation text not null,
  version text not null,
  ordered_by text not null,
  reason text not null,
  ordered_at timestamptz not null,
  reached uuid,
  recorded integer not null default 0,
  done_at timestamptz
);
comment on column recalculation.reason is 'names no person';
comment on column recalculation.reached is 'the last referral that was looked at; null before the first';
comment on column recalculation.recorded is 'referrals of which DeadlinesRecalculated was recorded';

create index recalculation_pending on recalculation (ordered_at) where done_at is null;
create index recalculation_organisation on recalculation (organisation, ordered_at);
