-- Each partition's first step is asked for by itself: an index of all of them together would be
-- read through for a partition that has none.
drop index escalation_next_step;
