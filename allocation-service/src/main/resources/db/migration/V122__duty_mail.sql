-- Mail to duty mailboxes of forces: numbers and links. How far each mailbox was told of its force's
-- feed is a `feed_cursor` of the consumer `mailbox`; how far systems took it over HTTP, one of `http`.
create table duty_mail (
  id           uuid        primary key,
  force        text        not null,
  subject      text        not null,
  body         text        not null,
  made_at      timestamptz not null,
  attempts     int         not null default 0,
  next_at      timestamptz not null,
  lease        uuid,
  leased_until timestamptz,
  sent_at      timestamptz
);

create index duty_mail_due on duty_mail (next_at) where sent_at is null;
