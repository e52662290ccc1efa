package baton.escalation.replay;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.roster.Cover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who supervises whom, looked for anew from the first event for every question: the lead of the
 * team, the deputy, the leads of the lead's own team, and so on upwards.
 *
 * @param told of the kinds that {@link RandomLog} tells: no rotas, no moves, no joint units
 */
record NaiveRoster(List<RosterEvent> told) {

  /** Null where nobody is there, so that a post has it. */
  PersonId supervisorOf(Cover custodian, Instant at) {
    OrganisationCode organisation = custodian.organisation();
    var asked = new ArrayList<TeamId>();
    TeamId team = teamOf(custodian);
    while (team != null) {
      asked.add(team);
      for (PersonId lead : leads(organisation, team))
        if (!lead.equals(custodian.person()) && there(organisation, lead, at)) return lead;
      team = above(organisation, team, asked);
    }
    return null;
  }

  private TeamId teamOf(Cover custodian) {
    if (custodian.team() != null) return custodian.team();
    return custodian.person() == null
        ? new TeamId(custodian.post())
        : teamOf(custodian.organisation(), custodian.person());
  }

  private TeamId above(OrganisationCode organisation, TeamId below, List<TeamId> asked) {
    return leads(organisation, below).stream()
        .map(lead -> teamOf(organisation, lead))
        .filter(team -> team != null && !asked.contains(team))
        .findFirst()
        .orElse(null);
  }

  private List<PersonId> leads(OrganisationCode organisation, TeamId team) {
    List<PersonId> last = List.of();
    for (RosterEvent event : of(organisation)) {
      if (event instanceof TeamFormed e && e.team().equals(team))
        last = known(e.supervisor(), e.deputy());
      if (event instanceof SupervisorChanged e && e.team().equals(team))
        last = known(e.supervisor(), e.deputy());
    }
    return last;
  }

  private static List<PersonId> known(PersonId supervisor, PersonId deputy) {
    return Stream.of(supervisor, deputy).filter(Objects::nonNull).toList();
  }

  /** Of who has left, the last one. */
  private TeamId teamOf(OrganisationCode organisation, PersonId person) {
    TeamId last = null;
    for (RosterEvent event : of(organisation))
      if (event instanceof OfficerJoined e && e.person().equals(person)) last = e.team();
    return last;
  }

  /** Whom nobody has heard of counts as there. */
  private boolean there(OrganisationCode organisation, PersonId person, Instant at) {
    boolean gone = false;
    boolean away = false;
    for (RosterEvent event : of(organisation)) {
      if (event instanceof OfficerJoined e && e.person().equals(person)) gone = false;
      if (event instanceof OfficerLeft e && e.person().equals(person)) {
        gone = true;
        away = false;
      }
      if (event instanceof OfficerUnavailable e && e.person().equals(person))
        away |= !at.isBefore(e.from()) && at.isBefore(e.until());
    }
    return !gone && !away;
  }

  private List<RosterEvent> of(OrganisationCode organisation) {
    return told.stream().filter(event -> whose(event).equals(organisation)).toList();
  }

  private static OrganisationCode whose(RosterEvent event) {
    return switch (event) {
      case TeamFormed e -> e.organisation();
      case SupervisorChanged e -> e.organisation();
      case OfficerJoined e -> e.organisation();
      case OfficerLeft e -> e.organisation();
      case OfficerUnavailable e -> e.organisation();
      default -> throw new AssertionError("nothing else is told here: " + event);
    };
  }
}
