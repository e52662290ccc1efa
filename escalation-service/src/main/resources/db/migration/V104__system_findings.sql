-- What was last heard of each writer, by any instance of this service: an instance that is deaf
-- does not call the writers silent, and after a start it is known how far each had got.
create table heard_writer (
  writer text primary key,
  heard_at timestamptz not null,
  watermark timestamptz not null
) with (fillfactor = 50);
comment on column heard_writer.heard_at is 'by the database''s clock';

-- What is wrong with the system, and not with one referral.
create table system_finding (
  kind text not null,
  about text not null,
  found_by uuid not null,
  found_at timestamptz not null,
  detail text not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (kind, about, found_by)
);
comment on column system_finding.about is 'a service, or a stream of the register';
comment on column system_finding.found_by is 'the event that says so, or that it is about';

create index system_finding_open on system_finding (kind, about) where ended_at is null;

-- A gap is looked for again and again until it has closed.
create index escalation_gap on escalation (referral) where kind = 'LOG_GAP' and resolved_at is null;

comment on column archived_event.event_id is
  'null where the bytes are no event, or tell otherwise of one that already stands here';
