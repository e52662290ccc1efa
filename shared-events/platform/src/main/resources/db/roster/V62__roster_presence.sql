-- Who is there: absences, turns of duty, and those who left; units that act for several forces; and
-- who decides between two organisations.
create table roster_absence (
  organisation text        not null,
  person       text        not null,
  absence      text        not null,
  from_at      timestamptz not null,
  until_at     timestamptz,
  primary key (organisation, person, absence, from_at)
);

-- `team` is '' for the duty inspector of the whole organisation.
create table roster_turn (
  organisation text        not null,
  team         text        not null,
  place        integer     not null,
  person       text        not null,
  from_at      timestamptz not null,
  until_at     timestamptz not null,
  on_call      boolean     not null,
  primary key (organisation, team, place)
);

-- With the team that they were in last: who leads it covers what they left behind.
create table roster_left (
  organisation text not null,
  person       text not null,
  team         text,
  primary key (organisation, person)
);

create table roster_joint_unit (
  unit  text not null,
  force text not null,
  primary key (unit, force)
);

-- The pair in the order of its codes: it is the same from both sides.
create table roster_tie_breaker (
  one          text not null,
  other        text not null,
  organisation text not null,
  person       text not null,
  primary key (one, other)
);
