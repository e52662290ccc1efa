package baton.roster;

import baton.contract.OrganisationCode;
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
import baton.contract.allocation.RevertReason;
import baton.contract.allocation.RosterEvent;
import baton.contract.allocation.SupervisorChanged;
import baton.contract.allocation.TeamFormed;
import baton.contract.allocation.TieBreakerNamed;
import baton.contract.escalation.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who works where and for whom in every organisation, as the roster's events say that were applied.
 * Total: a person or team never heard of changes nothing. Not safe for several threads: who folds
 * it owns it, and lets others only ask.
 */
public final class Roster {
  private static final OrganisationRoster EMPTY = new OrganisationRoster();

  private final Map<OrganisationCode, OrganisationRoster> organisations = new HashMap<>();
  // In the order of codes: of several that could act it is always the same one.
  private final Map<OrganisationCode, Set<OrganisationCode>> jointUnits = new TreeMap<>();
  private final Map<Set<OrganisationCode>, Cover> tieBreakers = new HashMap<>();
  // Those that no other roster shares: the rest is copied before it is changed.
  private final Set<OrganisationCode> unshared = new HashSet<>();

  /**
   * The same roster to go on from: what is applied to one of the two changes nothing in the other.
   * They share every organisation until one of them changes it.
   */
  public Roster copy() {
    var copy = new Roster();
    copy.organisations.putAll(organisations);
    copy.jointUnits.putAll(jointUnits);
    copy.tieBreakers.putAll(tieBreakers);
    unshared.clear();
    return copy;
  }

  public Roster apply(RosterEvent event) {
    switch (event) {
      case TeamFormed e -> of(e.organisation()).lead(e.team(), e.supervisor(), e.deputy());
      case SupervisorChanged e -> of(e.organisation()).lead(e.team(), e.supervisor(), e.deputy());
      case OfficerJoined e -> of(e.organisation()).place(e.person(), e.team(), e.rank());
      case OfficerMoved e -> of(e.organisation()).place(e.person(), e.team(), e.rank());
      case OfficerLeft e -> of(e.organisation()).leave(e.person());
      case OfficerUnavailable e ->
          of(e.organisation())
              .absent(e.person(), new Away.Period(e.absence(), e.from(), e.until()));
      case OfficerReturned e -> of(e.organisation()).back(e.person(), e.at());
      case DutyRotaSet e -> of(e.organisation()).rota(e.team(), e.turns());
      case JointUnitFormed e -> jointUnits.put(e.unit(), Set.copyOf(e.forces()));
      case TieBreakerNamed e ->
          tieBreakers.put(
              Set.of(e.one(), e.other()), Cover.person(e.organisation(), null, e.person()));
      // What a force's own list says about its cases moves nobody.
      case OpenListReconciled _, DisseminationsReceived _ -> {}
    }
    return this;
  }

  /** Whether the roster of the organisation has this person. */
  public boolean knows(OrganisationCode organisation, PersonId person) {
    return at(organisation).member(person).isPresent();
  }

  /** In the roster and not away: something may be offered to him or her then. */
  public boolean active(OrganisationCode organisation, PersonId person, Instant at) {
    return knows(organisation, person) && at(organisation).there(person, at);
  }

  /** The absence that this instant falls into. */
  public Optional<Away> absent(OrganisationCode organisation, PersonId person, Instant at) {
    return at(organisation).away(person, at);
  }

  /**
   * Known to have left, or to be away or suspended then; also of somebody of a joint unit who has
   * what is the force's.
   */
  public boolean missing(OrganisationCode organisation, PersonId person, Instant at) {
    return !peopleFor(organisation, null, person).there(person, at);
  }

  /**
   * Why what this person has goes to who was named beforehand (R4); empty while it stays.
   *
   * @param longest how long he or she may be away
   */
  public Optional<RevertReason> reverts(
      OrganisationCode organisation, PersonId person, Instant at, Duration longest) {
    OrganisationRoster people = peopleFor(organisation, null, person);
    return people.hasLeft(person)
        ? Optional.of(RevertReason.LEFT)
        : people.away(person, at).flatMap(away -> away.reverts(at, longest));
  }

  /** Everybody of whom {@link #missing(OrganisationCode, PersonId, Instant)} holds then. */
  public Map<OrganisationCode, Set<PersonId>> missing(Instant at) {
    var missing = new HashMap<OrganisationCode, Set<PersonId>>();
    organisations.forEach(
        (organisation, people) -> {
          Set<PersonId> theirs = people.missing(at).collect(Collectors.toSet());
          Stream.concat(Stream.of(organisation), forcesOf(organisation).stream())
              .forEach(each -> missing.computeIfAbsent(each, _ -> new HashSet<>()).addAll(theirs));
        });
    return missing;
  }

  /** Worked there once and does so no more. */
  public boolean left(OrganisationCode organisation, PersonId person) {
    return at(organisation).hasLeft(person);
  }

  /**
   * @return of somebody who left, the last one; null for somebody in no team, or unknown
   */
  public TeamId teamOf(OrganisationCode organisation, PersonId person) {
    return at(organisation).teamOf(person);
  }

  public Optional<Rank> rankOf(OrganisationCode organisation, PersonId person) {
    return at(organisation).member(person).map(OrganisationRoster.Member::rank);
  }

  public List<PersonId> membersOf(OrganisationCode organisation, TeamId team) {
    return at(organisation).membersOf(team).toList();
  }

  /** Who has a turn of the team then and is there: at the desk first, then on call. */
  public List<PersonId> onDuty(OrganisationCode organisation, TeamId team, Instant at) {
    return at(organisation).onDuty(team, at).toList();
  }

  /** Whom to offer what the team is to take: who is on duty for it, else the duty inspector. */
  public Optional<PersonId> takesFor(OrganisationCode organisation, TeamId team, Instant at) {
    return at(organisation).onDuty(team, at).findFirst().or(() -> dutyInspector(organisation, at));
  }

  public Optional<PersonId> dutyInspector(OrganisationCode organisation, Instant at) {
    return at(organisation).dutyInspectors(at).findFirst();
  }

  /** Who stands in for the team's supervisor, there or not. */
  public Optional<PersonId> deputy(OrganisationCode organisation, TeamId team) {
    return at(organisation).lead(team).map(OrganisationRoster.Lead::deputy);
  }

  /**
   * Who supervises who has it: the team's supervisor, else the deputy, else upwards, else whoever
   * is on duty, else the organisation's last post. Never who is away or gone, never the custodian.
   */
  public Cover supervisorOf(Cover custodian, Instant at) {
    return succession(custodian, at).supervising();
  }

  /** Who has it in somebody's place: as the supervisor, but the deputy comes first (R4). */
  public Cover coverOf(OrganisationCode organisation, TeamId team, PersonId person, Instant at) {
    return coverOf(Cover.person(organisation, team, person), at);
  }

  /**
   * The same for whoever has it.
   *
   * @param custodian of a post, who answers for it
   */
  public Cover coverOf(Cover custodian, Instant at) {
    return succession(custodian, at).cover();
  }

  /** Who is told on this rung of what this custodian has (R13). Nobody who is away or gone. */
  public Cover rungHolder(Rung rung, Cover custodian, Instant at) {
    return succession(custodian, at).rung(rung);
  }

  /** Whether the unit acts for the force: as itself, or as a joint unit of several. */
  public boolean coversForce(OrganisationCode unit, OrganisationCode force) {
    return unit.equals(force) || jointUnits.getOrDefault(unit, Set.of()).contains(force);
  }

  /** The forces that a joint unit acts for; empty for any other organisation. */
  public Set<OrganisationCode> forcesOf(OrganisationCode unit) {
    return jointUnits.getOrDefault(unit, Set.of());
  }

  /**
   * Who decides between two organisations (R3), whichever is named first: whom they named, who has
   * it in that person's place while he or she is away or gone, else a post of the NCA.
   */
  public Cover tieBreaker(OrganisationCode one, OrganisationCode other, Instant at) {
    Cover named = one.equals(other) ? null : tieBreakers.get(Set.of(one, other));
    if (named == null) return Cover.post(OrganisationCode.NCA, Post.TIE_BREAKER);
    OrganisationRoster theirs = at(named.organisation());
    if (!theirs.there(named.person(), at)) return coverOf(named, at);
    return Cover.person(named.organisation(), theirs.teamOf(named.person()), named.person());
  }

  private Succession succession(Cover custodian, Instant at) {
    return new Succession(
        custodian, peopleFor(custodian.organisation(), custodian.team(), custodian.person()), at);
  }

  /** The organisation's own people; or those of a joint unit that acts for it and has this team. */
  private OrganisationRoster peopleFor(
      OrganisationCode organisation, TeamId team, PersonId person) {
    OrganisationRoster own = at(organisation);
    if (own.has(team, person)) return own;
    return jointUnits.entrySet().stream()
        .filter(unit -> unit.getValue().contains(organisation))
        .map(unit -> at(unit.getKey()))
        .filter(unit -> unit.has(team, person))
        .findFirst()
        .orElse(own);
  }

  private OrganisationRoster of(OrganisationCode organisation) {
    if (unshared.add(organisation))
      organisations.compute(
          organisation, (_, known) -> known == null ? new OrganisationRoster() : known.copy());
    return organisations.get(organisation);
  }

  private OrganisationRoster at(OrganisationCode organisation) {
    return organisations.getOrDefault(organisation, EMPTY);
  }
}
