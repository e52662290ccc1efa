-- What forces subscribe to, drawn from the log in the reader's transaction. Every way out (HTTP,
-- topics, webhooks) reads only this, each with a cursor of its own.

-- The last place that was given in each force's feed. Locked while entries are added, so that
-- places follow each other without a hole whoever adds, and what is rolled back gives its places
-- back. `caught_up_after`: where the force first asked for what was still open.
create table feed (
  force           text   primary key,
  last            bigint not null default 0,
  caught_up_after bigint
);

-- `id` follows from (cause, force, type): the same event is told once. `data` holds no content;
-- that stays in the box that the event `sealed_by` sealed, and is opened when it is read.
create table feed_entry (
  force        text        not null,
  position     bigint      not null,
  id           uuid        not null unique,
  type         text        not null,
  referral     uuid        not null,
  cause        uuid        not null,
  recorded_at  timestamptz not null,
  data         text        not null,
  content_form text,
  sealed_by    uuid,
  sealed_key   text,
  sealed_box   text,
  primary key (force, position)
);

create index feed_entry_referral on feed_entry (referral, force, position);

-- How far each consumer of a force's feed is.
create table feed_cursor (
  consumer text        not null,
  force    text        not null,
  position bigint      not null,
  moved_at timestamptz not null,
  primary key (consumer, force)
);

-- When a force's system said up to where it has the feed.
create table feed_receipt (
  force       text        not null,
  up_to       bigint      not null,
  received_at timestamptz not null,
  primary key (force, up_to)
);
