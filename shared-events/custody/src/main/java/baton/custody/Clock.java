package baton.custody;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.escalation.ClockName;
import baton.policy.Deadline;
import baton.policy.Deadline.Terms;
import java.time.Instant;

/**
 * One limit of one referral. It ends by being met or by being stopped; what it showed until then
 * stays readable.
 *
 * @param startedBy the event that started it; with the name, what an escalation is keyed by
 * @param started from when its limit counts; where it asks again and again, when it was answered
 *     last
 * @param due the last instant that is in time
 * @param policyVersion of the timescales that set the due
 * @param policyOf whose timescales and calendar they are
 * @param policyAsOf the moment whose calendar counts
 * @param dueSetBy the event that set the due last: the start, an answer in time to what asks again
 *     and again, or a change of priority
 * @param metAt when what it waits for happened, or null
 * @param stoppedAt when it became pointless without being met, or null
 * @param endedBy the event that met or stopped it, or null while it runs
 */
public record Clock(
    ClockName name,
    EventId startedBy,
    Instant started,
    Instant due,
    String policyVersion,
    OrganisationCode policyOf,
    Instant policyAsOf,
    Entry dueSetBy,
    Instant metAt,
    Instant stoppedAt,
    Entry endedBy) {
  public enum State {
    RUNNING,
    EXPIRED,
    MET,
    /** Left out of views. */
    STOPPED
  }

  /** A board that an earlier version wrote says neither whose the policy is nor of when. */
  public Clock {
    if (policyOf == null) policyOf = OrganisationCode.BATON;
    if (policyAsOf == null) policyAsOf = started;
  }

  /**
   * @param started from when its limit counts, which may be before the event that starts it
   */
  static Clock start(ClockName name, Entry by, Instant started, Deadline due) {
    return new Clock(
        name,
        by.event(),
        started,
        due.at(),
        due.terms().version(),
        due.terms().organisation(),
        due.terms().asOf(),
        by,
        null,
        null,
        null);
  }

  /** By what its due was set, and is set anew when the urgency changes. */
  Terms terms() {
    return new Terms(policyOf, policyVersion, policyAsOf);
  }

  /** The due itself is still in time. */
  public State at(Instant now) {
    if (metAt != null) return State.MET;
    if (stoppedAt != null) return State.STOPPED;
    return now.isAfter(due) ? State.EXPIRED : State.RUNNING;
  }

  /** Neither met nor stopped; it may have expired. */
  public boolean running() {
    return endedBy == null;
  }

  /** The event that met it, or null. */
  public EventId metBy() {
    return metAt == null ? null : endedBy.event();
  }

  /** What it waited for happened after the due. */
  public boolean metLate() {
    return metAt != null && metAt.isAfter(due);
  }

  /** It happened in time, but was entered after the due: the breach stays visible. */
  public boolean recordedLate() {
    return metAt != null && !metAt.isAfter(due) && endedBy.recordedAt().isAfter(due);
  }

  /** The event that ended it was on record before it expired. */
  public boolean endedInTime() {
    return endedBy != null && !endedBy.recordedAt().isAfter(due);
  }

  Clock met(Instant at, Entry by) {
    return ended(at, null, by);
  }

  Clock stopped(Entry by) {
    return ended(null, by.recordedAt(), by);
  }

  /**
   * A shorter limit always counts, even one that lies in the past; a longer one only where allowed
   * and while it has not expired.
   */
  Clock dueAt(Instant wanted, boolean mayLengthen, Entry by) {
    return dueAt(new Deadline(wanted, terms()), mayLengthen, by);
  }

  /** By another policy, longer or shorter; one that has expired is given no time again. */
  Clock recalculated(Deadline wanted, Entry by) {
    return wanted.at().equals(due) ? set(wanted, by) : dueAt(wanted, true, by);
  }

  private Clock dueAt(Deadline wanted, boolean mayLengthen, Entry by) {
    boolean shortens = wanted.at().isBefore(due);
    boolean lengthens = wanted.at().isAfter(due) && mayLengthen && !by.recordedAt().isAfter(due);
    return shortens || lengthens ? set(wanted, by) : this;
  }

  private Clock set(Deadline wanted, Entry by) {
    return with(started, wanted, by);
  }

  private Clock with(Instant start, Deadline wanted, Entry by) {
    return new Clock(
        name,
        startedBy,
        start,
        wanted.at(),
        wanted.terms().version(),
        wanted.terms().organisation(),
        wanted.terms().asOf(),
        by,
        metAt,
        stoppedAt,
        endedBy);
  }

  /** The same wait from another moment. */
  Clock from(Instant start, Deadline wanted, Entry by) {
    return with(start, wanted, by);
  }

  /** This event has passed it by: it was recorded when the limit was over. */
  boolean overAt(Entry event) {
    return event.recordedAt().isAfter(due);
  }

  private Clock ended(Instant met, Instant stopped, Entry by) {
    return new Clock(
        name,
        startedBy,
        started,
        due,
        policyVersion,
        policyOf,
        policyAsOf,
        dueSetBy,
        met,
        stopped,
        by);
  }
}
