-- The first answer to each Idempotency-Key, inserted in the append's own transaction: whoever
-- sends the same request meanwhile waits for that transaction and then gets its answer.
create table idempotency_key (
  organisation text        not null,
  path         text        not null,
  key          text        not null,
  body_hash    text        not null,
  status       integer,
  location     text,
  answer       text,
  primary key (organisation, path, key)
);
