-- As a later version might: it adds, so that the version before goes on working.
alter table event_entry add column later_column text;
