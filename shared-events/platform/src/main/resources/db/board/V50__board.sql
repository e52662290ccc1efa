-- One row per referral: who has it, and what the services ask of that. Written in the reader's
-- transaction; `state` is the fold's whole state, the other columns are drawn from it to be queried.
create table custody_board (
  referral               uuid        primary key,
  state                  text        not null,
  stage                  text,
  custodian_organisation text,
  custodian_team         text,
  custodian_person       text,
  custodian_post         text,
  custodian_since        timestamptz,
  agency                 text,
  reference              text,
  batch                  uuid,
  force                  text,
  priority               text,
  grade                  text,
  urgent                 boolean     not null,
  received_at            timestamptz,
  next_due               timestamptz,
  triaged                boolean     not null,
  disseminated           boolean     not null,
  accepted               boolean     not null,
  graded                 boolean     not null,
  allocated              boolean     not null,
  acted                  boolean     not null,
  concluded              boolean     not null,
  waiting_acceptance     boolean     not null,
  without_person         boolean     not null
);

create index custody_board_due on custody_board (next_due) where not concluded and next_due is not null;
create index custody_board_open on custody_board (referral) where not concluded;
create index custody_board_waiting on custody_board (referral) where not concluded and waiting_acceptance;
create index custody_board_without_person on custody_board (referral) where not concluded and without_person;
create index custody_board_batch on custody_board (batch) where batch is not null;
create index custody_board_sender on custody_board (agency, reference);
