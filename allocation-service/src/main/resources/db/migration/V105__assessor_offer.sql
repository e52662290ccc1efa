-- The offer to an assessor that nobody has answered yet, as risk-service said it: it is taken back
-- from somebody who is gone.
alter table nca_assessment
  add column offer_number integer,
  add column offered_to   text;

create index nca_assessment_offered_to on nca_assessment (offered_to, referral)
  where offered_to is not null;
