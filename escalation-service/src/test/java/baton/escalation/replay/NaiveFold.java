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
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.CustodyTable;
import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
import baton.roster.Roster;
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
 * is gone through again. Who has it is decided a second time, by a table of its own.
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

  Roster rosterRecordedBy(Instant asAt) {
    return roster(event -> !event.recordedTime().isAfter(asAt));
  }

  Roster rosterInEffectBy(Instant asAt) {
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

  private Roster roster(Predicate<Recorded<? extends BatonEvent>> counts) {
    var roster = new Roster();
    var seen = new HashSet<EventId>();
    for (var event : told)
      if (event.event() instanceof RosterEvent change && seen.add(event.id()) && counts.test(event))
        roster.apply(change);
    return roster;
  }

  private PolicyBook policy(Predicate<Recorded<? extends BatonEvent>> counts) {
    PolicyBook book = Defaults.book();
    var seen = new HashSet<EventId>();
    for (var event : told)
      if (event.referral() == null && seen.add(event.id()) && counts.test(event))
        book = book.with(event);
    return book;
  }

  private Optional<Custody> fold(
      ReferralId referral, Predicate<Recorded<? extends BatonEvent>> counts, PolicyBook policy) {
    var seen = new HashSet<EventId>();
    Map<String, Long> places = new HashMap<>();
    Custody custody = Custody.none(referral);
    Custodian holder = null;
    boolean any = false;
    for (var event : told) {
      if (!referral.equals(event.referral()) || !seen.add(event.id()) || !counts.test(event))
        continue;
      long place = places.merge(event.source() + " " + event.subject(), 1L, Long::sum) - 1;
      holder = CustodyTable.afterwards(custody, event);
      custody = Custody.evolve(custody, at(place, event), policy);
      assertThat(custody.custodian()).as("the second custody table").isEqualTo(holder);
      any = true;
    }
    return any ? Optional.of(custody) : Optional.empty();
  }

  private static <E extends BatonEvent> Recorded<E> at(long place, Recorded<E> event) {
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
        event.event());
  }
}
