package baton.acceptance.faults;

import java.time.Duration;

/**
 * One thing that goes wrong, and is over after a while.
 *
 * @param at since the beginning of the run
 * @param target a process: {@code intake}, {@code risk-2}, {@code kafka}, {@code postgresql}
 * @param other where a wire is cut, its other end; else null
 * @param amount how far a clock is set wrong; else null
 */
record Fault(Duration at, Kind kind, String target, String other, Duration lasts, Duration amount) {

  enum Kind {
    /** {@code kill -9}; started again when it is over. */
    KILL,
    /** {@code SIGSTOP}, then {@code SIGCONT}. */
    FREEZE,
    /** As an operator stops it; started again when it is over. */
    STOP,
    /** Connections break and no new one is taken. */
    CUT,
    /** Connections stay, and nothing comes through. */
    SILENCE,
    /** No file can be written beyond a few kilobytes. */
    FULL_DISK,
    /** Started again with a clock that is wrong, and again with the right one when it is over. */
    SKEW,
    /** Started again later in business time, for good: what was due meanwhile is overdue. */
    LEAP
  }

  Duration end() {
    return at.plus(lasts);
  }

  /** What must have one trouble at a time. */
  String place() {
    return other == null ? target : target + "~" + other;
  }

  @Override
  public String toString() {
    return "%5.1fs %-9s %-26s for %4.1fs%s"
        .formatted(
            at.toMillis() / 1000.0,
            kind.name().toLowerCase(java.util.Locale.ROOT),
            place(),
            lasts.toMillis() / 1000.0,
            amount == null ? "" : " by " + amount);
  }
}
