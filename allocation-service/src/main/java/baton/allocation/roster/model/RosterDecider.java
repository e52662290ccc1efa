package baton.allocation.roster.model;

import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.allocation.roster.model.Roster.Officer;
import baton.allocation.roster.model.Roster.Team;
import baton.allocation.roster.model.RosterCommand.AdoptRoster;
import baton.allocation.roster.model.RosterCommand.FormTeam;
import baton.allocation.roster.model.RosterCommand.PlaceOfficer;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerMoved;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.decision.Decision;
import baton.decision.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Records what is different, and nothing where nothing is. */
public final class RosterDecider {
  private RosterDecider() {}

  public static Decision decide(RosterCommand command, Roster roster) {
    Roster wanted =
        switch (command) {
          case FormTeam c -> new Roster(Map.of(c.id(), c.team()), roster.officers());
          case PlaceOfficer c -> new Roster(Map.of(), placing(c, roster));
          case AdoptRoster c -> c.wanted();
        };
    for (var entry : wanted.officers().entrySet()) {
      TeamId team = entry.getValue().team();
      if (team != null && !roster.teams().containsKey(team) && !wanted.teams().containsKey(team))
        return refuse(unknownTeam(command.organisation(), entry.getKey(), team));
    }
    List<RosterEvent> differences = differences(command.organisation(), roster, wanted);
    return differences.isEmpty() ? nothingToDo() : new Decision.Accepted(differences);
  }

  private static Map<PersonId, Officer> placing(PlaceOfficer command, Roster roster) {
    var officers = new LinkedHashMap<>(roster.officers());
    officers.put(command.person(), command.officer());
    return officers;
  }

  private static List<RosterEvent> differences(
      OrganisationCode organisation, Roster is, Roster wanted) {
    var events = new ArrayList<RosterEvent>();
    wanted.teams().forEach((id, team) -> team(organisation, id, is.teams().get(id), team, events));
    wanted
        .officers()
        .forEach(
            (person, officer) ->
                officer(organisation, person, is.officers().get(person), officer)
                    .forEach(events::add));
    is.officers().keySet().stream()
        .filter(person -> !wanted.officers().containsKey(person))
        .forEach(person -> events.add(new OfficerLeft(organisation, person)));
    return events;
  }

  /** A new name is told by forming the team again: there is no event of its own for it. */
  private static void team(
      OrganisationCode organisation, TeamId id, Team is, Team wanted, List<RosterEvent> events) {
    if (is == null || !is.name().equals(wanted.name())) {
      events.add(
          new TeamFormed(organisation, id, wanted.name(), wanted.supervisor(), wanted.deputy()));
    } else if (!is.equals(wanted)) {
      events.add(
          new SupervisorChanged(
              organisation,
              id,
              is.supervisor(),
              wanted.supervisor(),
              is.deputy(),
              wanted.deputy()));
    }
  }

  private static Stream<RosterEvent> officer(
      OrganisationCode organisation, PersonId person, Officer is, Officer wanted) {
    if (Objects.equals(is, wanted)) return Stream.empty();
    return Stream.of(
        is == null
            ? new OfficerJoined(organisation, person, wanted.team(), wanted.rank())
            : new OfficerMoved(
                organisation, person, is.team(), wanted.team(), is.rank(), wanted.rank()));
  }

  private static Refusal unknownTeam(OrganisationCode organisation, PersonId person, TeamId team) {
    return Refusal.unprocessable(
        "unknown-team",
        "Organisation "
            + organisation
            + " has no team "
            + team
            + ", so "
            + person
            + " cannot be in it; form it first with POST /teams, or name it in the same roster.");
  }
}
