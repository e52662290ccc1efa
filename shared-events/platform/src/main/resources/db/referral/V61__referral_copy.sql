-- What the sender said last of each referral: the facts in the open, the people in the box that
-- the newest receipt or amendment sealed.
create table referral_copy (
  referral   uuid    primary key,
  agency     text    not null,
  reference  text    not null,
  force      text,
  urgent     boolean not null,
  actionable boolean not null,
  version    integer not null,
  sealed_by  uuid    not null,
  sealed_key text    not null,
  sealed_box text    not null
);
