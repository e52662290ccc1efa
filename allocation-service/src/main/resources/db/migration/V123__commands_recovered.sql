-- Each time that the log gave this store back what it had lost: up to where commands were taken was
-- lost with it.
create table command_recovery (
  id bigint generated always as identity primary key,
  at timestamptz not null default now()
);

-- Whether commands before `unsure_before` were done is not known: they are answered so, and not done.
-- `recovery`: the last one that the place knows of.
alter table command_place
  add column unsure_before bigint not null default 0,
  add column recovery      bigint not null default 0;
