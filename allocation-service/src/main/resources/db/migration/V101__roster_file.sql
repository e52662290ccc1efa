-- What was last taken from the roster file, so that starting again does not undo what was changed
-- over REST since.
create table roster_file (
  organisation text primary key,
  content_hash text not null
);
