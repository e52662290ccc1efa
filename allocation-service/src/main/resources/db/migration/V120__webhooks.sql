-- Addresses that forces have their feed sent to. The place of each is a `feed_cursor` of the
-- consumer `webhook:<id>`. Times are the system's.
create table webhook (
  id               uuid        primary key,
  force            text        not null,
  url              text        not null,
  scheme           text        not null,
  -- Wire names of what is sent; null: everything.
  kinds            text[],
  made_at          timestamptz not null,
  -- Failures in a row, and the first of them.
  attempts         int         not null default 0,
  failing_since    timestamptz,
  failure          text,
  delivered_at     timestamptz,
  next_at          timestamptz not null,
  -- Who sends holds it until then; whoever takes it away makes what comes of that sending void.
  lease            uuid,
  leased_until     timestamptz,
  disabled_at      timestamptz,
  disabled_because text
);

create index webhook_force on webhook (force, id);
create index webhook_due on webhook (next_at) where disabled_at is null;

-- What each is signed with: closed under a key of the keyring. Of two the newer one is meant to be
-- used; the older one signs as well until `until`.
create table webhook_secret (
  webhook    uuid        not null references webhook (id) on delete cascade,
  number     int         not null,
  key        text        not null,
  box        text        not null,
  public_key text,
  until      timestamptz,
  primary key (webhook, number)
);
