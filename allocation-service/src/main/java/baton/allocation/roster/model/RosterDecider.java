package baton.allocation.roster.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.allocation.roster.model.Roster.Officer;
import baton.allocation.roster.model.Roster.Team;
import baton.allocation.roster.model.RosterCommand.AdoptRoster;
import baton.allocation.roster.model.RosterCommand.EndAbsence;
import baton.allocation.roster.model.RosterCommand.FormTeam;
import baton.allocation.roster.model.RosterCommand.PlaceOfficer;
import baton.allocation.roster.model.RosterCommand.RecordAbsence;
import baton.allocation.roster.model.RosterCommand.RemoveOfficer;
import baton.allocation.roster.model.RosterCommand.SetRota;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerMoved;
import baton.contract.allocation.OfficerReturned;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.contract.allocation.Turn;
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
    return switch (command) {
      case FormTeam c ->
          adopt(c.organisation(), new Roster(Map.of(c.id(), c.team()), roster.officers()), roster);
      case PlaceOfficer c ->
          adopt(c.organisation(), new Roster(Map.of(), placing(c, roster)), roster);
      case AdoptRoster c -> adopt(c.organisation(), c.wanted(), roster);
      case RemoveOfficer c ->
          roster.officers().containsKey(c.person())
              ? accept(new OfficerLeft(c.organisation(), c.person()))
              : nothingToDo();
      case RecordAbsence c -> absent(c, roster);
      case EndAbsence c -> back(c, roster);
      case SetRota c -> rota(c, roster);
    };
  }

  private static Decision adopt(OrganisationCode organisation, Roster wanted, Roster roster) {
    for (var entry : wanted.officers().entrySet()) {
      TeamId team = entry.getValue().team();
      if (team != null && !roster.teams().containsKey(team) && !wanted.teams().containsKey(team))
        return refuse(unknownTeam(organisation, entry.getKey(), team));
    }
    var stranger = strangers(wanted.presence(), wanted).findFirst();
    if (stranger.isPresent()) return refuse(notInRoster(organisation, stranger.get()));
    List<RosterEvent> differences = differences(organisation, roster, wanted);
    return differences.isEmpty() ? nothingToDo() : new Decision.Accepted(differences);
  }

  private static Decision absent(RecordAbsence command, Roster roster) {
    if (!roster.officers().containsKey(command.person()))
      return refuse(notInRoster(command.organisation(), command.person()));
    return roster.presence().absencesOf(command.person()).contains(command.period())
        ? nothingToDo()
        : accept(
            PresenceDecider.unavailable(
                command.organisation(), command.person(), command.period()));
  }

  private static Decision back(EndAbsence command, Roster roster) {
    if (!roster.officers().containsKey(command.person()))
      return refuse(notInRoster(command.organisation(), command.person()));
    var absences = roster.presence().absencesOf(command.person());
    return Presence.endedAt(command.at(), absences).equals(absences)
        ? nothingToDo()
        : accept(new OfficerReturned(command.organisation(), command.person(), command.at()));
  }

  private static Decision rota(SetRota command, Roster roster) {
    if (command.team() != null && !roster.teams().containsKey(command.team()))
      return refuse(
          Refusal.notFound(
              "team-not-found",
              "Organisation "
                  + command.organisation()
                  + " has no team "
                  + command.team()
                  + "; form it first with POST /teams."));
    var stranger =
        command.turns().stream()
            .map(Turn::person)
            .filter(person -> !roster.officers().containsKey(person))
            .findFirst();
    if (stranger.isPresent()) return refuse(notInRoster(command.organisation(), stranger.get()));
    return roster.presence().rotaOf(command.team()).equals(command.turns())
        ? nothingToDo()
        : accept(new DutyRotaSet(command.organisation(), command.team(), command.turns()));
  }

  /** People who are said to be away or on duty and are not in the roster. */
  private static Stream<PersonId> strangers(Presence said, Roster roster) {
    return Stream.concat(said.absences().keySet().stream(), said.onRotas().stream())
        .filter(person -> !roster.officers().containsKey(person));
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
    PresenceDecider.differences(organisation, is.presence(), wanted.presence())
        .forEach(events::add);
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

  private static Refusal notInRoster(OrganisationCode organisation, PersonId person) {
    return Refusal.unprocessable(
        "person-not-in-roster",
        person
            + " is not in the roster of "
            + organisation
            + "; an administrator adds people with POST /officers.");
  }
}
