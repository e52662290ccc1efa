-- Until when a custodian may be without an act: one row per person, moved by what he or she does and
-- by what he or she is given. Nothing has to be looked through to find who has fallen still.
create table custodian_watch (
  organisation text not null,
  person text not null,
  last_act_at timestamptz,
  last_act_by uuid,
  due_at timestamptz,
  primary key (organisation, person)
) with (fillfactor = 70);
comment on column custodian_watch.due_at is 'null while nothing is to be looked at';
create index custodian_watch_due on custodian_watch (due_at) where due_at is not null;

-- What came to a team and what it completed, by day.
create table team_flow (
  organisation text not null,
  team text not null,
  day date not null,
  came integer not null default 0,
  completed integer not null default 0,
  primary key (organisation, team, day)
);

-- The hours for which the teams were looked at: each once, whoever looks.
create table team_look (
  only_row boolean primary key default true check (only_row),
  looked_at timestamptz not null
);

create index custody_board_custodian on custody_board
  (custodian_organisation, custodian_person, custodian_since) where not concluded;
create index custody_board_team on custody_board (custodian_organisation, custodian_team)
  where not concluded and custodian_team is not null;

create table catch_up_milestone (
  organisation text not null,
  plan text not null,
  by_when timestamptz not null,
  open_at_most integer not null,
  judged boolean not null default false,
  primary key (organisation, plan, by_when),
  foreign key (organisation, plan) references catch_up_plan
);
create index catch_up_milestone_due on catch_up_milestone (by_when) where not judged;

alter table catch_up_milestone add column missed boolean not null default false;
alter table catch_up_plan add column ended boolean not null default false;
create index catch_up_plan_over on catch_up_plan (runs_until) where not ended;
comment on column catch_up_plan.ended is 'its last milestone is over, and its referrals go on like any other';
