package baton.journal.reader;

import java.time.Duration;

/** Pauses between attempts that fail for reasons that pass: doubling up to ten seconds. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Duration pause = Duration.ZERO;

  Duration pause() {
    return pause;
  }

  void grow() {
    Duration doubled = pause.isZero() ? FIRST : pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  void reset() {
    pause = Duration.ZERO;
  }
}
