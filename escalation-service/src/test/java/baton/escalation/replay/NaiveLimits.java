package baton.escalation.replay;

import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.allocation.SupervisorReviewed;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.TimescaleRow;
import baton.contract.escalation.TimescalesAdopted;
import baton.contract.risk.CommsDataRequested;
import baton.custody.Clock;
import baton.escalation.replay.SecondOpinion.Judgement;
import baton.policy.Limit;
import baton.policy.PolicyBook;
import baton.policy.Urgency;
import baton.policy.file.Defaults;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a clock's limit is, looked up in the adopted tables one by one.
 *
 * @param adopted in any order, none twice
 * @param calendars the days on which people work
 */
record NaiveLimits(List<Recorded<TimescalesAdopted>> adopted, PolicyBook calendars) {
  private static final PolicyBook DEFAULTS = Defaults.book();

  /** By which a person says until when something may take. */
  private static final String REVIEW = EventTypes.nameOf(SupervisorReviewed.class);

  private static final String COMMS_DATA = EventTypes.nameOf(CommsDataRequested.class);

  /**
   * Until when the event that set the due last would have it run; empty where it says so itself.
   */
  Optional<Instant> due(Clock clock, Map<EventId, Judgement> afterEach) {
    boolean named = isSetBy(REVIEW, clock) || isSetBy(COMMS_DATA, clock);
    // The grade clock follows the action clock.
    if (named || clock.name() == ClockName.GRADE) return Optional.empty();
    return Optional.of(due(clock, afterEach.get(clock.dueSetBy().event()).urgency()));
  }

  /**
   * Until when a clock that ran before an event runs after it: a shorter limit always counts, a
   * longer one where the judgement may give more time and a supervisor has not shortened it, unless
   * it has expired. Empty where the event says so itself or answers what asks again and again.
   *
   * @param clock as it ran before
   */
  Optional<Instant> afterwards(Clock clock, Judgement was, Judgement is, Recorded<?> event) {
    boolean named =
        event.event() instanceof SupervisorReviewed || event.event() instanceof CommsDataRequested;
    if (named || clock.name() == ClockName.GRADE) return Optional.empty();
    if (was.equals(is) || isSetBy(COMMS_DATA, clock)) return Optional.of(clock.due());
    Instant wanted = due(clock, is.urgency());
    boolean lengthens =
        is.mayLengthenAfter(was)
            && !isSetBy(REVIEW, clock)
            && !event.recordedTime().isAfter(clock.due());
    return Optional.of(wanted.isBefore(clock.due()) || lengthens ? wanted : clock.due());
  }

  private static boolean isSetBy(String type, Clock clock) {
    return clock.dueSetBy().type().equals(type);
  }

  /** The table that was in force as the clock's limit began to count. */
  String version(Clock clock) {
    TimescalesAdopted table = table(clock);
    return table == null
        ? DEFAULTS.inForce(clock.name(), OrganisationCode.BATON, Instant.EPOCH).version()
        : table.version();
  }

  private Instant due(Clock clock, Urgency urgency) {
    TimescalesAdopted table = table(clock);
    Limit limit =
        table == null
            ? DEFAULTS
                .inForce(clock.name(), OrganisationCode.BATON, Instant.EPOCH)
                .limits()
                .get(clock.name())
                .of(urgency)
            : Limit.parse(column(table.limits().get(clock.name()), urgency));
    return limit.from(clock.started(), calendars.calendar(clock.policyOf(), clock.policyAsOf()));
  }

  /** Of the organisation, else of everybody; null where nobody has adopted one for this clock. */
  private TimescalesAdopted table(Clock clock) {
    TimescalesAdopted own = newest(clock.policyOf(), clock.name(), clock.policyAsOf());
    return own != null ? own : newest(OrganisationCode.BATON, clock.name(), clock.policyAsOf());
  }

  /** The one that counts then, if it has a row for this clock. */
  private TimescalesAdopted newest(OrganisationCode of, ClockName clock, Instant at) {
    Recorded<TimescalesAdopted> newest = null;
    for (Recorded<TimescalesAdopted> each : adopted)
      if (each.event().organisation().equals(of) && !from(each).isAfter(at))
        if (newest == null || !before(each, newest)) newest = each;
    return newest != null && newest.event().limits().containsKey(clock) ? newest.event() : null;
  }

  private static boolean before(
      Recorded<TimescalesAdopted> one, Recorded<TimescalesAdopted> other) {
    return from(one).equals(from(other))
        ? one.recordedTime().isBefore(other.recordedTime())
        : from(one).isBefore(from(other));
  }

  private static Instant from(Recorded<TimescalesAdopted> each) {
    return each.event().effectiveFrom();
  }

  private static String column(TimescaleRow row, Urgency urgency) {
    return switch (urgency) {
      case URGENT -> row.urgent();
      case VERY_HIGH -> row.veryHigh();
      case HIGH -> row.high();
      case MEDIUM -> row.medium();
      case LOW -> row.low();
    };
  }
}
