package baton.journal.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last heartbeat of each source. When it came is by the clock of whoever listens: a writer
 * whose own clock is wrong is not silent, nor is a new owner whose clock is behind its
 * predecessor's. A late word of a dead owner may count until the next one, and takes back what was
 * known: that is the safe side.
 */
public final class Heartbeats {
  private final Map<String, Heard> newest = new ConcurrentHashMap<>();

  /**
   * @param at when it was heard, by this machine's clock
   */
  public record Heard(Heartbeat heartbeat, Instant at) {
    public Instant watermark() {
      return heartbeat.watermark();
    }
  }

  /** One that was sent before anybody listened here is as old as its writer says. */
  void heard(Heartbeat heartbeat) {
    heard(heartbeat, heartbeat.at());
  }

  void heard(Heartbeat heartbeat, Instant at) {
    newest.merge(
        heartbeat.source(),
        new Heard(heartbeat, at),
        (known, next) -> new Heard(heartbeat, later(known.at(), next.at())));
  }

  /** Heard once more after a reconnection it is no older than it was. */
  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  public Optional<Heartbeat> of(String source) {
    return last(source).map(Heard::heartbeat);
  }

  /** The same, with when it was heard. */
  public Optional<Heard> last(String source) {
    return Optional.ofNullable(newest.get(source));
  }

  /**
   * Not heard of for longer than that, or never.
   *
   * @param now system time
   */
  public boolean silent(String source, Instant now, Duration longest) {
    return last(source).map(last -> last.at().plus(longest).isBefore(now)).orElse(true);
  }
}
