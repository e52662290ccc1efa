-- Merkle trees over the archive: one per partition of each topic, its leaves the archived events in
-- the order of the log. What stands here of a smaller tree never changes again.
create table proof_tree (
  id          integer generated always as identity primary key,
  topic       text not null,
  topic_id    text not null,
  partition   integer not null,
  -- How many leaves it has.
  size        bigint not null default 0,
  -- The archive's rows before this offset are leaves.
  next_offset bigint not null default 0,
  unique (topic_id, partition)
) with (fillfactor = 50);

-- Up to 256 hashes of complete subtrees side by side: of single leaves on level 0, of 256^level
-- leaves above. A proof in a tree of ten million leaves reads six rows.
create table proof_tile (
  tree         integer not null references proof_tree,
  level        smallint not null,
  number       bigint not null,
  hashes       bytea not null,
  -- Level 0 alone: where each leaf stands on the log, eight bytes each.
  offsets      bytea,
  first_offset bigint,
  primary key (tree, level, number)
);
-- Hashes cannot be compressed: do not try.
alter table proof_tile alter column hashes set storage external;
create index proof_tile_offset on proof_tile (tree, first_offset) where level = 0;

-- What was signed, with what witnesses added. A round is one time of signing, over all trees.
create table proof_checkpoint (
  tree      integer not null references proof_tree,
  size      bigint not null,
  round     bigint not null,
  note      text not null,
  signed_at timestamptz not null,
  published boolean not null default false,
  primary key (tree, size)
);
create index proof_checkpoint_round on proof_checkpoint (tree, round);
create index proof_checkpoint_unpublished on proof_checkpoint (round, tree) where not published;

create table proof_round (
  round     bigint primary key,
  signed_at timestamptz not null
);

-- Which referrals concerned a force when an export of a round was first asked for, so that one that
-- was cut off goes on with the same.
create table export_slice (
  round   bigint not null,
  force   text not null,
  made_at timestamptz not null default now(),
  primary key (round, force)
);
create table export_slice_referral (
  round    bigint not null,
  force    text not null,
  referral uuid not null,
  primary key (round, force, referral),
  foreign key (round, force) references export_slice on delete cascade
);

-- Whose turn it was to compare the log with the leaves: one row.
create table proof_comparison (
  id         integer primary key check (id = 1),
  started_at timestamptz not null
);
