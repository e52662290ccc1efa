package baton.escalation.replay;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.allocation.DutyRotaSet;
import baton.contract.allocation.OfficerReturned;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.RosterEvent;
import baton.contract.escalation.CalendarAdopted;
import baton.contract.escalation.TimescalesAdopted;
import baton.custody.Clock;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.CustodyTable;
import baton.escalation.replay.SecondOpinion.Judgement;
import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The slow way, with nothing kept and nothing looked up: for every question all that was ever told
 * is gone through again. Who has it, who supervises, how urgent it is, what was done and until when
 * what is due by which table are decided a second time, by rules of their own; which clocks start
 * and stop is the fold's.
 */
final class NaiveFold {
  private final List<Recorded<? extends BatonEvent>> told = new ArrayList<>();

  /** Repeats included: what is told again counts where it was told first. */
  void tell(Recorded<? extends BatonEvent> event) {
    told.add(event);
  }

  Set<ReferralId> referrals() {
    var all = new TreeSet<ReferralId>();
    for (var event : told) if (event.referral() != null) all.add(event.referral());
    return all;
  }

  Instant end() {
    return told.stream().map(Recorded::recordedTime).max(Instant::compareTo).orElseThrow();
  }

  /** As everything stands that was told. */
  Optional<Custody> now(ReferralId referral) {
    return fold(referral, event -> true, policy(event -> true));
  }

  Optional<Custody> recordedBy(ReferralId referral, Instant asAt) {
    Predicate<Recorded<? extends BatonEvent>> known = event -> !event.recordedTime().isAfter(asAt);
    return fold(referral, known, policy(known));
  }

  Optional<Custody> happenedBy(ReferralId referral, Instant asAt) {
    return fold(
        referral,
        event -> !event.time().isAfter(asAt),
        policy(
            event ->
                event.event() instanceof CalendarAdopted
                    || event.event() instanceof TimescalesAdopted adopted
                        && !adopted.effectiveFrom().isAfter(asAt)));
  }

  NaiveRoster rosterRecordedBy(Instant asAt) {
    return roster(event -> !event.recordedTime().isAfter(asAt));
  }

  NaiveRoster rosterInEffectBy(Instant asAt) {
    return roster(event -> !since(event).isAfter(asAt));
  }

  private static Instant since(Recorded<? extends BatonEvent> event) {
    return switch (event.event()) {
      case OfficerUnavailable e -> e.from();
      case OfficerReturned e -> e.at();
      case DutyRotaSet _ -> throw new AssertionError("no rota is told here");
      default -> event.time();
    };
  }

  private NaiveRoster roster(Predicate<Recorded<? extends BatonEvent>> counts) {
    var roster = new ArrayList<RosterEvent>();
    var seen = new HashSet<EventId>();
    for (var event : told)
      if (event.event() instanceof RosterEvent change && seen.add(event.id()) && counts.test(event))
        roster.add(change);
    return new NaiveRoster(roster);
  }

  private List<Recorded<? extends BatonEvent>> policy(
      Predicate<Recorded<? extends BatonEvent>> counts) {
    var adopted = new ArrayList<Recorded<? extends BatonEvent>>();
    var seen = new HashSet<EventId>();
    for (var event : told)
      if (event.referral() == null && seen.add(event.id()) && counts.test(event))
        adopted.add(event);
    return adopted;
  }

  private Optional<Custody> fold(
      ReferralId referral,
      Predicate<Recorded<? extends BatonEvent>> counts,
      List<Recorded<? extends BatonEvent>> adopted) {
    PolicyBook policy = Defaults.book();
    for (var each : adopted) policy = policy.with(each);
    var limits = new NaiveLimits(tables(adopted), policy);
    var seen = new HashSet<EventId>();
    Map<String, Long> places = new HashMap<>();
    Map<EventId, Judgement> judgements = new HashMap<>();
    Custody custody = Custody.none(referral);
    var opinion = new SecondOpinion();
    for (var event : told) {
      if (!referral.equals(event.referral()) || !seen.add(event.id()) || !counts.test(event))
        continue;
      long place = places.merge(event.source() + " " + event.subject(), 1L, Long::sum) - 1;
      Custody before = custody;
      Judgement was = opinion.judgement();
      opinion.take(before, event);
      judgements.put(event.id(), opinion.judgement());
      custody = Custody.evolve(before, at(place, event), policy);
      same(custody, CustodyTable.afterwards(before, event), opinion);
      for (Clock clock : custody.clocks().all())
        ranBefore(clock, before)
            .flatMap(ran -> limits.afterwards(ran, was, opinion.judgement(), event))
            .filter(due -> clock.running())
            .ifPresent(
                due -> assertThat(clock.due()).as("%s after %s", clock, event).isEqualTo(due));
    }
    for (Clock clock : custody.clocks().all()) {
      assertThat(clock.policyVersion())
          .as("the table of %s", clock)
          .isEqualTo(limits.version(clock));
      limits
          .due(clock, judgements)
          .ifPresent(due -> assertThat(clock.due()).as("%s", clock).isEqualTo(due));
    }
    return judgements.isEmpty() ? Optional.empty() : Optional.of(custody);
  }

  private static void same(Custody custody, Custodian holder, SecondOpinion opinion) {
    assertThat(custody.custodian()).as("the second custody table").isEqualTo(holder);
    assertThat(custody.grade()).as("the second grade").isEqualTo(opinion.judgement().grade());
    assertThat(custody.priority())
        .as("the second priority")
        .isEqualTo(opinion.judgement().priority());
    assertThat(custody.actedAt()).as("the second action").isEqualTo(opinion.actedAt());
  }

  /** The same clock, counting from the same moment. */
  private static Optional<Clock> ranBefore(Clock clock, Custody before) {
    return before.clocks().running().stream()
        .filter(each -> each.name() == clock.name())
        .filter(each -> each.startedBy().equals(clock.startedBy()))
        .filter(each -> each.started().equals(clock.started()))
        .findFirst();
  }

  private static List<Recorded<TimescalesAdopted>> tables(
      List<Recorded<? extends BatonEvent>> adopted) {
    var tables = new ArrayList<Recorded<TimescalesAdopted>>();
    for (var each : adopted)
      if (each.event() instanceof TimescalesAdopted table)
        tables.add(copy(each, each.streamSequence(), table));
    return tables;
  }

  private static <E extends BatonEvent> Recorded<E> at(long place, Recorded<E> event) {
    return copy(event, place, event.event());
  }

  private static <E extends BatonEvent> Recorded<E> copy(Recorded<?> event, long place, E content) {
    return new Recorded<>(
        event.id(),
        event.source(),
        event.subject(),
        event.referral(),
        place,
        event.time(),
        event.recordedTime(),
        event.actor(),
        event.organisation(),
        event.causationId(),
        event.correlationId(),
        content);
  }
}
