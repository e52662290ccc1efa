-- Who had a webhook made: a joint unit may act for its force no longer, and is sent nothing then.
alter table webhook add column registrant text;
update webhook set registrant = force;
alter table webhook alter column registrant set not null;

-- How far webhooks really took a force's disseminations, whatever becomes of each webhook: a
-- `feed_cursor` of the consumer `webhooks`.
insert into feed_cursor (consumer, force, position, moved_at)
  select 'webhooks', w.force, max(c.position), now()
    from webhook w join feed_cursor c on c.consumer = 'webhook:' || w.id and c.force = w.force
   where w.delivered_at is not null
     and (w.kinds is null or 'baton.feed.disseminated.v1' = any (w.kinds))
   group by w.force;
