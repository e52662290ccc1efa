package baton.escalation.sweep;

import baton.replay.LogReplay;
import baton.replay.ReplayCancelled;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How a sweep goes on: behind the live reader, and only as long as somebody wants it. */
final class Pace implements LogReplay.Watcher {
  /** Before each poll, while the live reader has something to do. */
  private static final long GIVE_WAY_MILLIS = 2;

  private final SweepRun run;
  private final LongSupplier liveLag;
  private final CountDownLatch stopping;

  /**
   * @param liveLag how many events the live reader has not applied yet
   * @param stopping open until the service is to stop
   */
  Pace(SweepRun run, LongSupplier liveLag, CountDownLatch stopping) {
    this.run = run;
    this.liveLag = liveLag;
    this.stopping = stopping;
  }

  @Override
  public void read(long records) {
    run.read(records);
  }

  @Override
  public boolean cancelled() {
    return run.isUnwanted() || stopping.getCount() == 0;
  }

  @Override
  public void yield() {
    if (liveLag.getAsLong() == 0) return;
    try {
      stopping.await(GIVE_WAY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void orElseCancelled() {
    if (cancelled()) throw new ReplayCancelled();
  }
}
