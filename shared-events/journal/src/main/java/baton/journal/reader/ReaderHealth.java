package baton.journal.reader;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells quiet from dead: a quiet reader still polls, and its broker still answers. All times are
 * the system clock's.
 *
 * @param why one sentence unless READING; without personal data
 * @param alive whether its thread runs
 * @param lastPoll when it last asked the broker for records, or null
 * @param brokerSeen when the broker last answered, or null
 */
public record ReaderHealth(
    ReaderState state, String why, boolean alive, Instant lastPoll, Instant brokerSeen) {
  /** Longer than any batch may run, see the transaction's time limit. */
  private static final Duration STUCK = Duration.ofSeconds(60);

  private static final Duration CUT_OFF = Duration.ofSeconds(30);

  /** Whether the log reaches this service. */
  public boolean ready(Instant now) {
    return alive
        && state == ReaderState.READING
        && within(STUCK, lastPoll, now)
        && within(CUT_OFF, brokerSeen, now);
  }

  private static boolean within(Duration limit, Instant then, Instant now) {
    return then != null && then.plus(limit).isAfter(now);
  }
}
