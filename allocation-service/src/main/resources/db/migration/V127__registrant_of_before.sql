-- The version before names no registrant and works on beside this one during an upgrade: V124 let
-- it make no webhook any more. What is made without one is the force's own.
alter table webhook alter column registrant drop not null;
