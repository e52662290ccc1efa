-- Conditions of handling code C that a person of a force acknowledged. `box` is the event whose
-- sealed part says them; the conditions themselves stand here closed, under the referral's own key,
-- so that the same conditions in a later version are known again.
create table handling_acknowledgement (
  referral        uuid        not null,
  force           text        not null,
  box             uuid        not null,
  by_person       text        not null,
  acknowledged_at timestamptz not null,
  sealed_key      text,
  sealed_box      text,
  primary key (referral, force, box)
);
