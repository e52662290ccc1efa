-- Two persons hold it at the NCA: nobody can act on it yet, so it goes to no force.
alter table nca_assessment add column held boolean not null default false;
