-- A mail that no server took for too long is given up once, with a finding; and is known to have
-- been, so that the first one that is taken afterwards ends the finding. `failure`: of the last
-- attempt, in words of this service.
alter table duty_mail add column failure text;
alter table duty_mail add column given_up_at timestamptz;
