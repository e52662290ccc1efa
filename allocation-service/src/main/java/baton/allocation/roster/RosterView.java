package baton.allocation.roster;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Rank;
import baton.platform.Freshness;
import baton.platform.roster.RosterTable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The roster of one organisation as it stands. */
@Schema(name = "RosterAsItStands")
public record RosterView(
    OrganisationCode organisation,
    List<Team> teams,
    List<Officer> officers,
    Instant asOf,
    double lagSeconds) {

  @Schema(name = "TeamAsItStands")
  public record Team(TeamId id, String name, PersonId supervisor, PersonId deputy) {}

  @Schema(name = "OfficerAsTheyAre")
  public record Officer(PersonId person, TeamId team, Rank rank) {}

  static RosterView of(OrganisationCode organisation, RosterTable roster, Freshness freshness) {
    return new RosterView(
        organisation,
        roster.teams(organisation).stream()
            .map(team -> new Team(team.id(), team.name(), team.supervisor(), team.deputy()))
            .toList(),
        roster.officers(organisation).stream()
            .map(officer -> new Officer(officer.person(), officer.team(), officer.rank()))
            .toList(),
        freshness.asOf(),
        freshness.lagSeconds());
  }
}
