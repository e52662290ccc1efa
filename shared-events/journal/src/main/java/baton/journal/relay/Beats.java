package baton.journal.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When the next heartbeat is due: by the system's time, and early when a stepped clock has been
 * moved and the watermark has followed it.
 */
final class Beats {
  /** So much older than its heartbeat may a watermark be, in parts of the heartbeats' distance. */
  private static final int SAMPLES_PER_BEAT = 5;

  private final long everyNanos;
  private final AtomicReference<Instant> wanted = new AtomicReference<>();
  private long last;
  private long lastSample;
  private boolean begun;
  private boolean sampled;

  Beats(Duration every) {
    this.everyNanos = every.toNanos();
  }

  /** Says so at once when the watermark has reached a business time. Any thread may ask. */
  void want(Instant watermark) {
    wanted.accumulateAndGet(watermark, (a, b) -> a == null || b.isAfter(a) ? b : a);
  }

  /** A new watermark is to be looked for. */
  boolean sampleDue(long nanoTime, Instant watermark) {
    return !sampled
        || nanoTime - lastSample >= everyNanos / SAMPLES_PER_BEAT
        || !reached(watermark);
  }

  void sampled(long nanoTime) {
    sampled = true;
    lastSample = nanoTime;
  }

  boolean due(long nanoTime, Instant watermark) {
    if (!begun || nanoTime - last >= everyNanos) return true;
    return wanted.get() != null && reached(watermark);
  }

  void sent(long nanoTime, Instant watermark) {
    begun = true;
    last = nanoTime;
    wanted.updateAndGet(early -> early == null || watermark.isBefore(early) ? early : null);
  }

  /** The next reading of the store is by a new owner: it says that it is there. */
  void restart() {
    begun = false;
    sampled = false;
  }

  private boolean reached(Instant watermark) {
    Instant early = wanted.get();
    return early == null || !watermark.isBefore(early);
  }
}
