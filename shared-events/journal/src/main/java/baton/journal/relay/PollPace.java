package baton.journal.relay;

import java.time.Duration;

/**
 * How long to wait before the store is read again: short right after something was written, because
 * the horizon may only just lag behind a commit, then twice as long each time up to the poll.
 */
final class PollPace {
  private final Duration shortest;
  private final Duration longest;
  private Duration next;

  PollPace(Duration shortest, Duration longest) {
    this.shortest = shortest;
    this.longest = longest;
    this.next = shortest;
  }

  Duration next() {
    Duration now = next;
    Duration doubled = now.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return now;
  }

  void restart() {
    next = shortest;
  }
}
