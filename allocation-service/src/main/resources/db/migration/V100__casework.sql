-- Cases with their hand-offs and actions, from allocation-service's own events, written in the
-- transaction that appends these. `noted` is the force that was determined, `force` the one that
-- has it.
create table case_file (
  referral     uuid        primary key,
  stage        text        not null,
  opened_at    timestamptz not null,
  noted        text,
  force        text,
  team         text,
  person       text,
  held_since   timestamptz,
  outcome      text,
  proposed_by  text,
  confirmed_by text,
  concluded_at timestamptz
);

create index case_file_open on case_file (referral) where stage <> 'CONCLUDED';
create index case_file_force on case_file (force, referral) where force is not null;
create index case_file_person on case_file (person, referral) where person is not null;

-- The package that was offered stands in its box, sealed by the event `sealed_by`.
create table dissemination (
  referral         uuid        not null,
  number           integer     not null,
  force            text        not null,
  state            text        not null,
  offered_at       timestamptz not null,
  closed_at        timestamptz,
  reason           text,
  redirect_to      text,
  sealed_by        uuid        not null,
  sealed_key       text,
  sealed_box       text,
  primary key (referral, number)
);

create index dissemination_open on dissemination (force, referral) where state = 'OPEN';

create table allocation_offer (
  referral   uuid        not null,
  number     integer     not null,
  officer    text        not null,
  team       text,
  state      text        not null,
  offered_at timestamptz not null,
  closed_at  timestamptz,
  reason     text,
  primary key (referral, number)
);

create index allocation_offer_open on allocation_offer (officer, referral) where state = 'OPEN';

create table case_action (
  event       uuid        primary key,
  referral    uuid        not null,
  kind        text        not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  by_person   text        not null
);

create index case_action_referral on case_action (referral, happened_at);
