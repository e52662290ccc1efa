package baton.allocation.roster.model;

import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.Turn;
import baton.roster.Away.Period;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who of one organisation is away and who has duty when. As something wanted it may say less than
 * all: who or what has no entry stays as it is.
 *
 * @param absences of each person, in the order in which they were recorded
 * @param rotas of each team
 * @param dutyInspectors of the whole organisation; null where nothing is said of them
 */
public record Presence(
    Map<PersonId, List<Period>> absences,
    Map<TeamId, List<Turn>> rotas,
    List<Turn> dutyInspectors) {
  public static final Presence NONE = new Presence(Map.of(), Map.of(), List.of());

  /** Leaves everything as it is. */
  public static final Presence UNSAID = new Presence(Map.of(), Map.of(), null);

  public Presence {
    absences = Collections.unmodifiableMap(new LinkedHashMap<>(absences));
    rotas = Collections.unmodifiableMap(new LinkedHashMap<>(rotas));
    dutyInspectors = dutyInspectors == null ? null : List.copyOf(dutyInspectors);
  }

  public List<Period> absencesOf(PersonId person) {
    return absences.getOrDefault(person, List.of());
  }

  public List<Turn> rotaOf(TeamId team) {
    return team == null ? dutyInspectors : rotas.getOrDefault(team, List.of());
  }

  /** Everybody who has a turn. */
  public Set<PersonId> onRotas() {
    Stream<Turn> inspectors = dutyInspectors == null ? Stream.of() : dutyInspectors.stream();
    return Stream.concat(rotas.values().stream().flatMap(List::stream), inspectors)
        .map(Turn::person)
        .collect(Collectors.toSet());
  }

  Presence away(PersonId person, Period period) {
    return withAbsences(person, added(absencesOf(person), period));
  }

  Presence back(PersonId person, Instant at) {
    return withAbsences(person, endedAt(at, absencesOf(person)));
  }

  Presence gone(PersonId person) {
    return withAbsences(person, List.of());
  }

  Presence rota(DutyRotaSet rota) {
    if (rota.team() == null) return new Presence(absences, rotas, rota.turns());
    var changed = new LinkedHashMap<>(rotas);
    changed.put(rota.team(), rota.turns());
    return new Presence(absences, changed, dutyInspectors);
  }

  /** The same kind from the same instant is the same absence, with another end. */
  static List<Period> added(List<Period> periods, Period period) {
    return Stream.concat(
            periods.stream().filter(each -> !sameBeginning(each, period)), Stream.of(period))
        .toList();
  }

  /** A return ends every absence, and none that was to begin later does. */
  static List<Period> endedAt(Instant at, List<Period> periods) {
    return periods.stream()
        .filter(each -> each.from().isBefore(at))
        .map(
            each ->
                each.until() == null || each.until().isAfter(at)
                    ? new Period(each.absence(), each.from(), at)
                    : each)
        .toList();
  }

  static boolean sameBeginning(Period one, Period other) {
    return one.absence() == other.absence() && one.from().equals(other.from());
  }

  private Presence withAbsences(PersonId person, List<Period> periods) {
    var changed = new LinkedHashMap<>(absences);
    if (periods.isEmpty()) changed.remove(person);
    else changed.put(person, periods);
    return new Presence(changed, rotas, dutyInspectors);
  }
}
