-- Written in the append's own transaction, never later: what makes a second receipt a repeat.
create table referral_registry (
  agency         text        not null,
  reference      text        not null,
  referral       uuid        not null unique,
  receipt_number text        not null,
  received_at    timestamptz not null,
  content_hash   text        not null,
  force          text,
  batch          uuid,
  primary key (agency, reference)
);

create table batch (
  batch       uuid        primary key,
  agency      text        not null,
  name        text,
  opened_at   timestamptz not null,
  received_at timestamptz
);

-- Which package a sender means when it sends one again under the same Idempotency-Key.
create table batch_key (
  agency text not null,
  key    text not null,
  batch  uuid not null,
  primary key (agency, key)
);

-- A referral may have come in several packages, and belongs to each.
create table batch_member (
  batch    uuid not null,
  referral uuid not null,
  primary key (batch, referral)
);
