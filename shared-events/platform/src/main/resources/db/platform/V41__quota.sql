-- What each organisation may still ask for; every instance takes its share from here.
create table quota (
  organisation text             not null,
  kind         text             not null,
  available    double precision not null,
  counted_at   timestamptz      not null,
  primary key (organisation, kind)
) with (fillfactor = 50);

-- Takes up to p_wanted of what has come together since it was last counted, at most p_at_once. The clock is
-- read after the row is locked: instances that wait for each other must not count the same second twice.
create function quota_take(
  p_organisation text, p_kind text, p_wanted integer, p_per_second integer, p_at_once integer,
  out granted integer, out available double precision)
language plpgsql as $$
declare
  counted quota%rowtype;
begin
  insert into quota values (p_organisation, p_kind, p_at_once, clock_timestamp()) on conflict do nothing;
  select * into counted from quota q where q.organisation = p_organisation and q.kind = p_kind for update;
  available := least(p_at_once, counted.available
    + p_per_second * greatest(0, extract(epoch from clock_timestamp() - counted.counted_at)));
  granted := least(p_wanted, floor(available));
  available := available - granted;
  update quota q set available = quota_take.available, counted_at = clock_timestamp()
   where q.organisation = p_organisation and q.kind = p_kind;
end $$;

-- Keys are remembered for a while, not for ever.
alter table idempotency_key add column kept_since timestamptz not null default now();
create index idempotency_key_kept_since on idempotency_key (kept_since);
