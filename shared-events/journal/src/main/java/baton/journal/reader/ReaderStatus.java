package baton.journal.reader;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What the reader's thread says of itself; read by others. */
final class ReaderStatus {
  private volatile ReaderState state = ReaderState.STARTING;
  private volatile String why = "not started";
  private volatile Instant since = InstantSource.system().instant();
  private volatile Instant lastPoll;
  private volatile Instant brokerSeen;
  private volatile long lagEvents;
  private volatile double lagSeconds;
  private volatile Map<TopicPartition, Instant> readUpTo = Map.of();

  void is(ReaderState now, String because) {
    if (now != state) since = InstantSource.system().instant();
    why = because;
    state = now;
  }

  void turned(Instant polledAt, Instant brokerAnswered) {
    lastPoll = polledAt;
    brokerSeen = brokerAnswered;
  }

  void lag(long events, double seconds, Map<TopicPartition, Instant> upTo) {
    lagEvents = events;
    lagSeconds = seconds;
    readUpTo = Map.copyOf(upTo);
  }

  /** Until when each partition of this instance was certainly read; system time. */
  Map<TopicPartition, Instant> readUpTo() {
    return readUpTo;
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
