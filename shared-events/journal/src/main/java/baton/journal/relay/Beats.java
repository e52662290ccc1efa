package baton.journal.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When the next heartbeat is due: by the system's time, and early when a wanted watermark has been
 * reached: a stepped clock was moved, or a heartbeat had to go out while its sample was pending. A
 * watermark is looked for when a heartbeat is due, so that it is as new as the heartbeat itself:
 * what falls due waits for it.
 */
final class Beats {
  private final long everyNanos;
  private final AtomicReference<Instant> wanted = new AtomicReference<>();
  private long last;
  private boolean begun;

  Beats(Duration every) {
    this.everyNanos = every.toNanos();
  }

  /** Says so at once when the watermark has reached a business time. Any thread may ask. */
  void want(Instant watermark) {
    wanted.accumulateAndGet(watermark, (a, b) -> a == null || b.isAfter(a) ? b : a);
  }

  /** A new watermark is to be looked for. */
  boolean sampleDue(long nanoTime, Instant watermark) {
    return regular(nanoTime) || !reached(watermark);
  }

  boolean due(long nanoTime, Instant watermark) {
    return regular(nanoTime) || wanted.get() != null && reached(watermark);
  }

  void sent(long nanoTime, Instant watermark) {
    begun = true;
    last = nanoTime;
    wanted.updateAndGet(early -> early == null || watermark.isBefore(early) ? early : null);
  }

  /** The next reading of the store is by a new owner: it says that it is there. */
  void restart() {
    begun = false;
  }

  private boolean regular(long nanoTime) {
    return !begun || nanoTime - last >= everyNanos;
  }

  private boolean reached(Instant watermark) {
    Instant early = wanted.get();
    return early == null || !watermark.isBefore(early);
  }
}
