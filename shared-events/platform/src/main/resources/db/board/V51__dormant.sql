-- Until when casework is due: a referral on which nobody has worked by then is dormant.
alter table custody_board add column dormant_due timestamptz;
