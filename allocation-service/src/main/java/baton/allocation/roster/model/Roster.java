package baton.allocation.roster.model;

import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.DisseminationsReceived;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.JointUnitFormed;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerLeft;
import baton.contract.allocation.OfficerMoved;
import baton.contract.allocation.OfficerReturned;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.OpenListReconciled;
import baton.contract.allocation.Rank;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.contract.allocation.TieBreakerNamed;
import baton.roster.Away.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who works in which team of one organisation, for whom, and who is there. What follows from it is
 * {@link baton.roster.Roster}'s to answer: this is what a change is compared with.
 */
public record Roster(Map<TeamId, Team> teams, Map<PersonId, Officer> officers, Presence presence) {
  public static final Roster EMPTY = new Roster(Map.of(), Map.of(), Presence.NONE);

  /** Supervisor and deputy may be null: the post alone is named then. */
  public record Team(String name, PersonId supervisor, PersonId deputy) {}

  /**
   * @param team null for somebody of the organisation who is in no team
   */
  public record Officer(TeamId team, Rank rank) {}

  /** Teams and officers, with nothing said of who is there. */
  public Roster(Map<TeamId, Team> teams, Map<PersonId, Officer> officers) {
    this(teams, officers, Presence.UNSAID);
  }

  public Roster {
    teams = Collections.unmodifiableMap(new LinkedHashMap<>(teams));
    officers = Collections.unmodifiableMap(new LinkedHashMap<>(officers));
  }

  public static Roster evolve(Roster current, RosterEvent event) {
    return switch (event) {
      case TeamFormed e -> current.with(e.team(), new Team(e.name(), e.supervisor(), e.deputy()));
      case SupervisorChanged e ->
          current.with(
              e.team(), new Team(current.teams.get(e.team()).name(), e.supervisor(), e.deputy()));
      case OfficerJoined e -> current.with(e.person(), new Officer(e.team(), e.rank()));
      case OfficerMoved e -> current.with(e.person(), new Officer(e.team(), e.rank()));
      case OfficerLeft e -> current.without(e.person());
      case OfficerUnavailable e ->
          current.with(
              current.presence.away(e.person(), new Period(e.absence(), e.from(), e.until())));
      case OfficerReturned e -> current.with(current.presence.back(e.person(), e.at()));
      case DutyRotaSet e -> current.with(current.presence.rota(e));
      case JointUnitFormed _, TieBreakerNamed _, OpenListReconciled _, DisseminationsReceived _ ->
          current;
    };
  }

  private Roster with(Presence changed) {
    return new Roster(teams, officers, changed);
  }

  private Roster with(TeamId id, Team team) {
    var changed = new LinkedHashMap<>(teams);
    changed.put(id, team);
    return new Roster(changed, officers, presence);
  }

  private Roster with(PersonId person, Officer officer) {
    var changed = new LinkedHashMap<>(officers);
    changed.put(person, officer);
    return new Roster(teams, changed, presence);
  }

  private Roster without(PersonId person) {
    var changed = new LinkedHashMap<>(officers);
    changed.remove(person);
    return new Roster(teams, changed, presence.gone(person));
  }
}
