package baton.journal.reader;

import java.time.Duration;

/**
 * How many records are tried at once. Where an attempt fails that took long, half as many: it may
 * have been cut off by a time limit of the database, and would be again. Then slowly more.
 */
final class BatchSize {
  private static final Duration LONG = Duration.ofSeconds(9);

  private final int max;
  private int now;

  BatchSize(int max) {
    this.max = max;
    this.now = max;
  }

  int now() {
    return now;
  }

  void failed(int tried, Duration after) {
    if (after.compareTo(LONG) >= 0) now = Math.max(1, tried / 2);
  }

  void committed() {
    now = Math.min(max, now + 1 + now / 10);
  }
}
