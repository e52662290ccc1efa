-- Who works where and for whom, from the register: whom something may be offered to.
create table roster_team (
  organisation text not null,
  team         text not null,
  name         text not null,
  supervisor   text,
  deputy       text,
  primary key (organisation, team)
);

create table roster_officer (
  organisation text not null,
  person       text not null,
  team         text,
  rank         text not null,
  primary key (organisation, person)
);
