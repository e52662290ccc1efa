-- Who brought a referral in itself; null where an agency sent it.
alter table referral_registry add column originated_by text;

-- What a sender asked, and what it was told, in the boxes that their events sealed.
create table referral_progress (
  referral     uuid        not null,
  sequence     integer     not null,
  event        uuid        not null,
  reported     boolean     not null,
  request      integer,
  organisation text        not null,
  at           timestamptz not null,
  sealed_key   text,
  sealed_box   text,
  primary key (referral, sequence)
);
