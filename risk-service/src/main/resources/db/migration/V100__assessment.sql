-- Assessments and the offers of them, from risk-service's own events, written in the transaction
-- that appends these. `force` is what an assessor determined; the sender's stands in referral_copy.
create table assessment (
  referral     uuid        primary key,
  opened_at    timestamptz not null,
  priority     text,
  force        text,
  assessor     text,
  held_since   timestamptz,
  grade        text,
  graded_by    text,
  graded_at    timestamptz,
  tool         text,
  tool_version text,
  accepted_by  text
);

create index assessment_ungraded on assessment (referral) where grade is null;
create index assessment_assessor on assessment (assessor, referral) where assessor is not null;
create index assessment_accepted_by on assessment (accepted_by, referral) where accepted_by is not null;

create table assessor_offer (
  referral   uuid        not null,
  number     integer     not null,
  person     text        not null,
  team       text,
  state      text        not null,
  offered_at timestamptz not null,
  closed_at  timestamptz,
  primary key (referral, number)
);

create index assessor_offer_open on assessor_offer (person, referral) where state = 'OPEN';
