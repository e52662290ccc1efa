package baton.journal.reader;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells quiet from dead: a quiet reader still polls, and its broker still answers. All times are
 * the system clock's.
 *
 * @param since when it came into this state
 * @param why one sentence unless READING; without personal data
 * @param alive whether its thread runs
 * @param lastPoll when it last asked the broker for records, or null
 * @param brokerSeen when the broker last answered, or null
 */
public record ReaderHealth(
    ReaderState state,
    Instant since,
    String why,
    boolean alive,
    Instant lastPoll,
    Instant brokerSeen) {
  /** Longer than any batch may run, see the transaction's time limit. */
  private static final Duration STUCK = Duration.ofSeconds(60);

  private static final Duration CUT_OFF = Duration.ofSeconds(30);

  /** Whether the log reaches this service. A failure that passes soon does not count. */
  public boolean ready(Instant now) {
    boolean reads =
        state == ReaderState.READING
            || state == ReaderState.RETRYING && within(CUT_OFF, since, now);
    return alive && reads && within(STUCK, lastPoll, now) && within(CUT_OFF, brokerSeen, now);
  }

  private static boolean within(Duration limit, Instant then, Instant now) {
    return then != null && then.plus(limit).isAfter(now);
  }
}
