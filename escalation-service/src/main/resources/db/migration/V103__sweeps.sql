create table sweep (
  sweep uuid primary key,
  asked_at timestamptz not null,
  asked_by text not null,
  state text not null,
  report text not null
);
create index sweep_asked on sweep (asked_at desc);
