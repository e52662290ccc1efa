package baton.roster;

import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Rank;
import baton.contract.allocation.Turn;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The people and teams of one organisation. Belongs to the {@link Roster} that made it. */
final class OrganisationRoster {
  /** Supervisor and deputy may be null: the post alone is named then. */
  record Lead(PersonId supervisor, PersonId deputy) {}

  /**
   * @param team null for somebody in no team
   */
  record Member(TeamId team, Rank rank) {}

  private final Map<TeamId, Lead> leads = new HashMap<>();
  // In the order of ids: of several equals it is always the same one.
  private final TreeMap<PersonId, Member> members = new TreeMap<>();
  // With the last team, whose leads cover what was left behind; null for none.
  private final Map<PersonId, TeamId> left = new HashMap<>();
  private final Map<PersonId, List<Away.Period>> absences = new HashMap<>();
  private final Map<TeamId, List<Turn>> rotas = new HashMap<>();
  private List<Turn> dutyInspectors = List.of();

  OrganisationRoster copy() {
    var copy = new OrganisationRoster();
    copy.leads.putAll(leads);
    copy.members.putAll(members);
    copy.left.putAll(left);
    copy.absences.putAll(absences);
    copy.rotas.putAll(rotas);
    copy.dutyInspectors = dutyInspectors;
    return copy;
  }

  void lead(TeamId team, PersonId supervisor, PersonId deputy) {
    leads.put(team, new Lead(supervisor, deputy));
  }

  void place(PersonId person, TeamId team, Rank rank) {
    members.put(person, new Member(team, rank));
    left.remove(person);
  }

  void leave(PersonId person) {
    left.put(person, teamOf(person));
    members.remove(person);
    absences.remove(person);
  }

  void absent(PersonId person, Away.Period period) {
    Stream<Away.Period> others =
        periods(person).stream()
            .filter(
                each -> each.absence() != period.absence() || !each.from().equals(period.from()));
    absences.put(person, Stream.concat(others, Stream.of(period)).toList());
  }

  /** Every absence ends here, and none that was to begin later does. */
  void back(PersonId person, Instant at) {
    absences.put(
        person,
        periods(person).stream()
            .filter(each -> each.from().isBefore(at))
            .map(
                each ->
                    each.endsAfter(at) ? new Away.Period(each.absence(), each.from(), at) : each)
            .toList());
  }

  /**
   * @param team null for the duty inspector
   */
  void rota(TeamId team, List<Turn> turns) {
    if (team == null) dutyInspectors = turns;
    else rotas.put(team, turns);
  }

  /** Whether it has the team, or had the person at any time. */
  boolean has(TeamId team, PersonId person) {
    return (team != null && leads.containsKey(team))
        || (person != null && (members.containsKey(person) || left.containsKey(person)));
  }

  boolean hasLeft(PersonId person) {
    return left.containsKey(person);
  }

  Optional<Member> member(PersonId person) {
    return Optional.ofNullable(members.get(person));
  }

  Optional<Away> away(PersonId person, Instant at) {
    return Away.at(at, periods(person));
  }

  /** Not known to be gone or away: a lead whom nobody placed in the roster counts as there. */
  boolean there(PersonId person, Instant at) {
    return !hasLeft(person) && away(person, at).isEmpty();
  }

  /** Everybody who has left or is away then. */
  Stream<PersonId> missing(Instant at) {
    return Stream.concat(
        left.keySet().stream(),
        absences.keySet().stream().filter(person -> away(person, at).isPresent()));
  }

  Optional<Lead> lead(TeamId team) {
    return Optional.ofNullable(team).map(leads::get);
  }

  /** Of somebody who left, the last one. */
  TeamId teamOf(PersonId person) {
    return member(person).map(Member::team).orElseGet(() -> left.get(person));
  }

  /** Who has a turn then and is there, at the desk before on call. */
  Stream<PersonId> onDuty(TeamId team, Instant at) {
    return now(team == null ? List.of() : rotas.getOrDefault(team, List.of()), at);
  }

  Stream<PersonId> dutyInspectors(Instant at) {
    return now(dutyInspectors, at);
  }

  Stream<PersonId> ofRank(Rank rank, Instant at) {
    return members.entrySet().stream()
        .filter(each -> each.getValue().rank() == rank)
        .map(Map.Entry::getKey)
        .filter(person -> there(person, at));
  }

  Stream<PersonId> membersOf(TeamId team) {
    return members.entrySet().stream()
        .filter(each -> team.equals(each.getValue().team()))
        .map(Map.Entry::getKey);
  }

  private Stream<PersonId> now(List<Turn> turns, Instant at) {
    return turns.stream()
        .filter(turn -> !at.isBefore(turn.from()) && at.isBefore(turn.until()))
        .sorted(Comparator.comparing(Turn::onCall))
        .map(Turn::person)
        .filter(person -> there(person, at));
  }

  private List<Away.Period> periods(PersonId person) {
    return absences.getOrDefault(person, List.of());
  }
}
