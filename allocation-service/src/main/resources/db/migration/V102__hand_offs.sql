-- Hand-offs in full: between forces, to a tie-breaker, to who is not on Baton; and what the
-- organisation that has a case keeps beside it. Additions only: the version before goes on.

-- `post` has it where no person does; `keeper` acts for who has it and is not on Baton.
alter table case_file
  add column post               text,
  add column keeper             text,
  add column content_secured_at timestamptz,
  add column content_secured_by text,
  add column content_until      timestamptz;

-- Who made the offer: before, only the NCA did. `outside_...`: an acceptance that was recorded for
-- an organisation that is not on Baton.
alter table dissemination
  add column sender              text not null default 'nca',
  add column outside_reference   text,
  add column outside_accepted_at timestamptz,
  add column outside_by          text;

create index dissemination_sender on dissemination (sender, referral) where state = 'ACCEPTED';

create table local_reference (
  force       text        not null,
  system      text        not null,
  reference   text        not null,
  referral    uuid        not null,
  recorded_at timestamptz not null,
  primary key (force, system, reference)
);

create index local_reference_referral on local_reference (referral);

-- In what a force's own list of open cases was last found to disagree.
create table open_list_difference (
  referral   uuid        not null,
  force      text        not null,
  system     text        not null,
  difference text        not null,
  since      timestamptz not null,
  primary key (referral, force, system)
);

create index open_list_difference_force on open_list_difference (force, system);

create table supervisor_review (
  event        uuid        primary key,
  referral     uuid        not null,
  organisation text        not null,
  by_person    text        not null,
  grade        text,
  owner        text        not null,
  next_review  timestamptz not null,
  recorded_at  timestamptz not null
);

create index supervisor_review_referral on supervisor_review (referral, recorded_at);

-- What risk-service said last: who has it at the NCA, and whether it ended there. A reversion
-- there is allocation's own word.
create table nca_assessment (
  referral     uuid primary key,
  organisation text,
  team         text,
  person       text,
  post         text,
  ended        text,
  confirmed_by text
);

create index nca_assessment_person on nca_assessment (person, referral) where person is not null;

-- Disputes that were found to last too long while a service was silent, until that is confirmed.
create table unconfirmed_dispute (
  escalation text primary key,
  referral   uuid not null
);
