package baton.custody;

import baton.contract.EventId;
import baton.contract.escalation.ClockName;
import java.time.Instant;

/**
 * One limit of one referral. It ends by being met or by being stopped; what it showed until then
 * stays readable.
 *
 * @param startedBy the event that started it; with the name, what an escalation is keyed by
 * @param due the last instant that is in time
 * @param policyVersion of the timescales that set the due
 * @param dueSetBy the event that set the due last: the start, or a change of priority
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

  static Clock start(ClockName name, Entry by, Instant due, String policyVersion) {
    return new Clock(name, by.event(), by.recordedAt(), due, policyVersion, by, null, null, null);
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
  Clock dueAt(Instant wanted, boolean mayLengthen, String version, Entry by) {
    boolean shortens = wanted.isBefore(due);
    boolean lengthens = wanted.isAfter(due) && mayLengthen && !by.recordedAt().isAfter(due);
    if (!shortens && !lengthens) return this;
    return new Clock(name, startedBy, started, wanted, version, by, metAt, stoppedAt, endedBy);
  }

  private Clock ended(Instant met, Instant stopped, Entry by) {
    return new Clock(name, startedBy, started, due, policyVersion, dueSetBy, met, stopped, by);
  }
}
