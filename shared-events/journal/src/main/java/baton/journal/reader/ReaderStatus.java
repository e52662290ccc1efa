package baton.journal.reader;

import java.time.Instant;

/** What the reader's thread says of itself; read by others. */
final class ReaderStatus {
  private volatile ReaderState state = ReaderState.STARTING;
  private volatile String why = "not started";
  private volatile Instant lastPoll;
  private volatile Instant brokerSeen;
  private volatile long lagEvents;
  private volatile double lagSeconds;

  void is(ReaderState now, String because) {
    why = because;
    state = now;
  }

  void turned(Instant polledAt, Instant brokerAnswered) {
    lastPoll = polledAt;
    brokerSeen = brokerAnswered;
  }

  void lag(long events, double seconds) {
    lagEvents = events;
    lagSeconds = seconds;
  }

  ReaderState state() {
    return state;
  }

  String why() {
    return why;
  }

  long lagEvents() {
    return lagEvents;
  }

  double lagSeconds() {
    return lagSeconds;
  }

  ReaderHealth health(boolean alive) {
    return new ReaderHealth(state, why, alive, lastPoll, brokerSeen);
  }
}
