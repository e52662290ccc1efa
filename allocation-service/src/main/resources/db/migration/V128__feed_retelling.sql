-- What this service read before it kept feeds, and is to tell now: each partition of the referrals,
-- from the offset `next` to `up_to`. `late`: feeds had begun without it, so that nothing can be told
-- any more of how something stood.
create table feed_retelling (
  partition int     primary key,
  next      bigint  not null default 0,
  up_to     bigint  not null,
  late      boolean not null
);

-- Only where feeds were never begun though something was disseminated to somebody who has one, or
-- were begun long after it: what was disseminated a moment ago is about to be told. The fold begins
-- anew with it.
insert into feed_retelling (partition, up_to, late)
  select partition, next_offset, exists (select from feed_entry) from log_checkpoint
   where topic = 'baton.referrals' and next_offset > 0
     and exists (
           select from dissemination d
            where d.force not in ('nca', 'baton')
              and not exists (select from feed_entry e where e.cause = d.sealed_by)
              and not exists (select from parked_event p where p.story = d.referral::text)
              and (not exists (select from feed) or d.offered_at < now() - interval '1 day'));

delete from custody_board where exists (select from feed_retelling);
