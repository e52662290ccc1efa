package baton.allocation.roster.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.decision.Command;

/** A change to the roster of one organisation. */
public sealed interface RosterCommand extends Command {

  OrganisationCode organisation();

  @Override
  default String stream() {
    return stream(organisation());
  }

  /** The stream of an organisation's roster. */
  static String stream(OrganisationCode organisation) {
    return "roster-" + organisation;
  }

  /** A team exists, so named and so led. */
  record FormTeam(OrganisationCode organisation, TeamId id, Roster.Team team)
      implements RosterCommand {}

  /** A person works in the organisation, in this team and rank. */
  record PlaceOfficer(OrganisationCode organisation, PersonId person, Roster.Officer officer)
      implements RosterCommand {}

  /**
   * The whole roster. Who is not in it has left; a team that is not in it stays, for no team is
   * ever dissolved.
   */
  record AdoptRoster(OrganisationCode organisation, Roster wanted) implements RosterCommand {}
}
