-- How far the comparison of this store with the log has got.

-- One row: the audit that runs, or the last one.
create table store_audit (
  only_row boolean primary key default true check (only_row),
  -- Counts the audits of this store.
  audit bigint not null,
  begun_at timestamptz not null,
  -- Null while it runs.
  ended_at timestamptz,
  -- Everything up to here was on the log when it began, but for what is parked.
  transaction_id xid8 not null,
  global_index bigint not null,
  -- Record keys that the broker refused when it began.
  parked text[] not null,
  -- How far the store's rows were looked for among those seen on the log.
  walked_transaction_id xid8 not null default '0',
  walked_global_index bigint not null default 0,
  records bigint not null default 0,
  events bigint not null default 0,
  differences bigint not null default 0
);

-- How far each partition was compared, and where it ended when the audit began.
create table store_audit_place (
  topic text not null,
  partition integer not null,
  topic_id text not null,
  next_offset bigint not null,
  end_offset bigint not null,
  primary key (topic, partition)
);

-- Which rows of the store were seen on the log: a bit for each global_index, in blocks.
create table store_audit_seen (
  block bigint primary key,
  bits bytea not null
);
