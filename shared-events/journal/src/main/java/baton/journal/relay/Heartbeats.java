package baton.journal.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The newest heartbeat of each source. A later word of an earlier time is that of a dead owner. */
public final class Heartbeats {
  private final Map<String, Heartbeat> newest = new ConcurrentHashMap<>();

  void heard(Heartbeat heartbeat) {
    newest.merge(
        heartbeat.source(),
        heartbeat,
        (known, next) -> next.at().isBefore(known.at()) ? known : next);
  }

  public Optional<Heartbeat> of(String source) {
    return Optional.ofNullable(newest.get(source));
  }

  /** By source. */
  public Map<String, Heartbeat> all() {
    return Map.copyOf(newest);
  }

  /**
   * Not heard of for longer than that, or never.
   *
   * @param now system time
   */
  public boolean silent(String source, Instant now, Duration longest) {
    return of(source).map(last -> last.at().plus(longest).isBefore(now)).orElse(true);
  }
}
