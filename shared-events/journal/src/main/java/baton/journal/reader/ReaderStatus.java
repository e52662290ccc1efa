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
  private volatile Map<TopicPartition, Lag> lags = Map.of();
  private volatile long inFlight;

  /**
   * How far this instance is behind on one of its partitions.
   *
   * @param events written and not applied; at least 1 where it is not known yet
   * @param readUpTo until when it was certainly read, system time; null where it is not known
   * @param seconds since then, 0 where nothing is unread
   */
  record Lag(long events, Instant readUpTo, double seconds) {}

  void is(ReaderState now, String because) {
    if (now != state) since = InstantSource.system().instant();
    why = because;
    state = now;
  }

  void turned(Instant polledAt, Instant brokerAnswered) {
    lastPoll = polledAt;
    brokerSeen = brokerAnswered;
  }

  void lag(long polled, Map<TopicPartition, Lag> ofPartitions) {
    inFlight = polled;
    lags = Map.copyOf(ofPartitions);
  }

  /** Of each partition that this instance reads. */
  Map<TopicPartition, Lag> lags() {
    return lags;
  }

  ReaderState state() {
    return state;
  }

  String why() {
    return why;
  }

  long lagEvents() {
    return inFlight + lags.values().stream().mapToLong(Lag::events).sum();
  }

  double lagSeconds() {
    return lags.values().stream().mapToDouble(Lag::seconds).max().orElse(0);
  }

  ReaderHealth health(boolean alive) {
    return new ReaderHealth(state, since, why, alive, lastPoll, brokerSeen);
  }
}
