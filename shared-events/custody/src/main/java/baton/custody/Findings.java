package baton.custody;

import baton.contract.EventId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What nobody has dealt with, from the fold and the time alone. */
public final class Findings {
  /**
   * The limits after which a post that holds it counts as nobody: each is the time for a person to
   * accept or to decide (ADR 0005).
   */
  private static final Set<ClockName> AWAITS_PERSON =
      EnumSet.of(ClockName.ASSESSOR_NAMED, ClockName.NAMED_OFFICER_ACCEPTS, ClockName.TIE_BREAK);

  private Findings() {}

  /** What is found at this instant. A due itself is still in time. */
  public static List<Finding> of(Custody custody, Instant now) {
    var found = new ArrayList<Finding>();
    if (custody.reading().stoppedBy() == null) expired(custody, now, found);
    for (OpenLists.Differed differed : custody.openLists().all())
      if (differed.stands())
        found.add(about(custody, FindingKind.OPEN_LIST_DIFFERS, differed.by()));
    if (custody.holding().notTakenUp())
      found.add(about(custody, FindingKind.CUSTODIAN_GONE, custody.holding().movedBy()));
    Entry unheld = unheldSince(custody);
    if (unheld != null) found.add(about(custody, FindingKind.NO_CUSTODIAN, unheld));
    for (Parked parked : custody.reading().parked())
      if (parked.waiting()) found.add(about(custody, FindingKind.PARKED, parked.by()));
    for (Divergence diverged : custody.reading().divergences())
      found.add(about(custody, FindingKind.LOG_DIVERGED, diverged.found()));
    return List.copyOf(found);
  }

  /**
   * The earliest due, at or after this instant, that becomes a finding as soon as it has passed; or
   * null. For a sweep of what falls due: nothing new is found before it unless an event arrives.
   */
  public static Instant next(Custody custody, Instant after) {
    if (custody.reading().stoppedBy() != null) return null;
    return custody.clocks().running().stream()
        .map(Clock::due)
        .filter(due -> !due.isBefore(after))
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** Which event removed the cause; empty while it stands. */
  public static Optional<Resolution> resolution(Custody custody, Finding.Cause cause, Instant now) {
    return switch (cause.kind()) {
      case HAND_OFF_OVERDUE, CLOCK_EXPIRED, LOST_HAND_OFF, DORMANT, UPSTREAM_UNANSWERED ->
          Optional.ofNullable(custody.clocks().startedBy(cause.clock(), cause.startedBy()))
              .flatMap(clock -> ended(clock, now));
      case WITHOUT_PERSON ->
          Optional.ofNullable(custody.clocks().startedBy(cause.clock(), cause.startedBy()))
              .flatMap(clock -> ended(clock, now).or(() -> accepted(custody)));
      case NO_CUSTODIAN ->
          unheldSince(custody) != null
              ? Optional.empty()
              : Optional.ofNullable(custody.holding().movedBy())
                  .map(by -> Resolution.of(by, false));
      case PARKED ->
          custody.reading().parked().stream()
              .filter(p -> p.by().event().equals(cause.startedBy()) && !p.waiting())
              .findFirst()
              .map(p -> Resolution.of(p.releasedBy(), false));
      // What is in the log stays there: no later event makes it whole.
      case LOG_DIVERGED -> Optional.empty();
      // The fold sees what was applied and nothing that waits: the reader knows when a gap closes.
      case LOG_GAP -> Optional.empty();
      // About a person or a team, and never a finding of one referral.
      case CUSTODIAN_INACTIVE, OVER_CAPACITY, CATCH_UP_MISSED -> Optional.empty();
      case CUSTODIAN_GONE -> takenUp(custody.holding(), cause.startedBy());
      case OPEN_LIST_DIFFERS ->
          custody.openLists().all().stream()
              .filter(d -> d.by().event().equals(cause.startedBy()) && !d.stands())
              .findFirst()
              .map(d -> Resolution.of(d.endedBy(), false));
    };
  }

  /** Which finding a clock gives when it expires. */
  public static FindingKind kindOf(ClockName clock) {
    return switch (clock) {
      case ASSESSOR_NAMED, FORCE_ACCEPTS, NAMED_OFFICER_ACCEPTS -> FindingKind.HAND_OFF_OVERDUE;
      case ASSESSMENT_OPENED, CASE_OPENED, FORCE_NOTED, ACCEPTANCE_NOTED ->
          FindingKind.LOST_HAND_OFF;
      case DORMANT -> FindingKind.DORMANT;
      case UPSTREAM_ANSWER, UPSTREAM_PROGRESS -> FindingKind.UPSTREAM_UNANSWERED;
      case TRIAGE,
          DEVELOP,
          DISSEMINATE,
          GRADE,
          ENFORCEMENT_ACTION,
          URGENT_ACKNOWLEDGED,
          SUPERVISOR_REVIEW,
          CONTENT_LAPSES_IN_120_DAYS,
          CONTENT_LAPSES_IN_60_DAYS,
          CONTENT_LAPSES_IN_14_DAYS,
          HELD_REVIEW,
          OWNERSHIP_DISPUTE,
          TIE_BREAK ->
          FindingKind.CLOCK_EXPIRED;
    };
  }

  private static void expired(Custody custody, Instant now, List<Finding> found) {
    Custodian custodian = custody.custodian();
    boolean postHoldsIt = custodian != null && custodian.withoutPerson();
    for (Clock clock : custody.clocks().all()) {
      if (clock.at(now) != Clock.State.EXPIRED) continue;
      found.add(about(custody, kindOf(clock.name()), clock));
      if (postHoldsIt && AWAITS_PERSON.contains(clock.name()))
        found.add(about(custody, FindingKind.WITHOUT_PERSON, clock));
    }
  }

  /** Since when nobody can be said to have an open referral, or null. */
  private static Entry unheldSince(Custody custody) {
    if (!custody.open()) return null;
    Reading reading = custody.reading();
    if (reading.stoppedBy() != null) return reading.stoppedBy();
    return custody.custodian() == null ? reading.first() : null;
  }

  /** By an act on it, or by the event that moved it on. */
  private static Optional<Resolution> takenUp(Holding holding, EventId reversion) {
    boolean stillThere = holding.movedBy() != null && holding.movedBy().event().equals(reversion);
    return Optional.ofNullable(stillThere ? holding.takenUpBy() : holding.movedBy())
        .map(by -> Resolution.of(by, false));
  }

  /** A person has it who was not waited for by that clock. */
  private static Optional<Resolution> accepted(Custody custody) {
    Custodian custodian = custody.custodian();
    return custodian == null || custodian.withoutPerson()
        ? Optional.empty()
        : Optional.of(Resolution.of(custody.holding().movedBy(), false));
  }

  private static Optional<Resolution> ended(Clock clock, Instant now) {
    return switch (clock.at(now)) {
      case MET, STOPPED -> Optional.of(Resolution.of(clock.endedBy(), clock.endedInTime()));
      // An event recorded before the limit gave it more time, and was read after the limit.
      case RUNNING ->
          Optional.of(clock.dueSetBy())
              .filter(by -> !by.event().equals(clock.startedBy()))
              .map(by -> Resolution.of(by, true));
      case EXPIRED -> Optional.empty();
    };
  }

  private static Finding about(Custody custody, FindingKind kind, Clock clock) {
    return new Finding(
        custody.referral(),
        kind,
        clock.name(),
        clock.startedBy(),
        clock.due(),
        custody.custodian());
  }

  private static Finding about(Custody custody, FindingKind kind, Entry entry) {
    return new Finding(
        custody.referral(), kind, null, entry.event(), entry.recordedAt(), custody.custodian());
  }
}
