package baton.allocation.roster.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Turn;
import baton.decision.Command;
import baton.roster.Away.Period;
import java.time.Instant;
import java.util.List;

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

  /** A person does not work in the organisation any more. */
  record RemoveOfficer(OrganisationCode organisation, PersonId person) implements RosterCommand {}

  /** A person is away, or suspended. */
  record RecordAbsence(OrganisationCode organisation, PersonId person, Period period)
      implements RosterCommand {}

  /** A person is back; what was to begin later does not. */
  record EndAbsence(OrganisationCode organisation, PersonId person, Instant at)
      implements RosterCommand {}

  /**
   * Who has duty, in place of the rota before.
   *
   * @param team null for the duty inspectors
   */
  record SetRota(OrganisationCode organisation, TeamId team, List<Turn> turns)
      implements RosterCommand {
    public SetRota {
      turns = List.copyOf(turns);
    }
  }

  /**
   * The whole roster. Who is not in it has left; a team that is not in it stays, for no team is
   * ever dissolved; so do absences and turns that it says nothing of.
   */
  record AdoptRoster(OrganisationCode organisation, Roster wanted) implements RosterCommand {}
}
