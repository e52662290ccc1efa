-- A sweep is here from when it was asked for: its service tells every few seconds that it goes on,
-- and where it does so no more, the sweep has ended with it.
alter table sweep add column told_at timestamptz not null default now();

-- Wanted by nobody any more, whichever instance was told so.
alter table sweep add column unwanted boolean not null default false;
