package baton.journal.reader;

import java.time.Instant;
import java.time.InstantSource;

/** What the reader's thread says of itself; read by others. */
final class ReaderStatus {
  private volatile ReaderState state = ReaderState.STARTING;
  private volatile String why = "not started";
  private volatile Instant since = InstantSource.system().instant();
  private volatile Instant lastPoll;
  private volatile Instant brokerSeen;
  private volatile long lagEvents;
  private volatile double lagSeconds;

  void is(ReaderState now, String because) {
    if (now != state) since = InstantSource.system().instant();
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
    return new ReaderHealth(state, since, why, alive, lastPoll, brokerSeen);
  }
}
