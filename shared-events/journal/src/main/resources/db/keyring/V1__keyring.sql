-- Data keys, each wrapped by the key-encryption key. Deleting a row disposes of what it sealed.
create table data_key (
  key        text collate "C" primary key,
  wrapped    bytea not null,
  block      uuid not null,
  created_at timestamptz not null default now()
);

comment on column data_key.block is 'keys are made in blocks, ahead of need, each in one commit';
