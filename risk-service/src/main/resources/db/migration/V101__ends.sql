-- How a referral goes no further than the NCA: what is proposed, held and concluded, from
-- risk-service's own events. And what else is known of it: communications data, urgency.
alter table assessment
  add column proposed_end            text,
  add column proposed_duplicate_of   uuid,
  add column proposed_by             text,
  add column held_at                 timestamptz,
  add column hold_reviewed_at        timestamptz,
  add column ended                   text,
  add column ended_at                timestamptz,
  add column end_confirmed_by        text,
  add column duplicate_of            uuid,
  add column recipient               text,
  add column their_reference         text,
  add column comms_data_until        timestamptz,
  add column urgency_acknowledged_at timestamptz,
  add column urgency_acknowledged_by text;

create index assessment_on_hold on assessment (referral) where held_at is not null;
create index assessment_ended on assessment (referral) where ended is not null;
