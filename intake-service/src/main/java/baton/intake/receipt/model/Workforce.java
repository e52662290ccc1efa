package baton.intake.receipt.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.decision.RosterEntry;

/** The people and teams of one organisation, as far as its roster has been read here. */
public interface Workforce {
  OrganisationCode organisation();

  RosterEntry entry(PersonId person);

  boolean hasTeam(TeamId team);
}
