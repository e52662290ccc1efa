package baton.platform.quota;

import baton.platform.DatabaseFailed;
import baton.platform.quota.Allowances.Taken;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;

/** What this instance has taken of one organisation's allowance and not used yet. */
final class Lease {

  /**
   * What is left then is lost: an instance that falls quiet must not keep what others could use.
   */
  private static final Duration LASTS = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Limit limit;
  private final IntFunction<Taken> allowance;
  private final ReentrantLock lock = new ReentrantLock();
  private int left;
  private long takenAt = System.nanoTime();

  Lease(Limit limit, IntFunction<Taken> allowance) {
    this.limit = limit;
    this.allowance = allowance;
  }

  /** Zero if they are taken, otherwise how long to wait before asking again. */
  Duration take(int cost) {
    int wanted = Math.min(cost, limit.atOnce());
    try {
      if (!lock.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) throw busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return taken(wanted);
    } finally {
      lock.unlock();
    }
  }

  private Duration taken(int wanted) {
    if (System.nanoTime() - takenAt > LASTS.toNanos()) left = 0;
    double behind = 0;
    if (left < wanted) {
      Taken more = allowance.apply(Math.max(wanted - left, limit.share()));
      left += more.granted();
      behind = more.available();
      takenAt = System.nanoTime();
    }
    if (left < wanted) return timeFor(wanted - left - behind);
    left -= wanted;
    return Duration.ZERO;
  }

  private Duration timeFor(double missing) {
    return Duration.ofMillis((long) Math.ceil(Math.max(missing, 0.01) * 1_000 / limit.perSecond()));
  }

  private static DatabaseFailed busy() {
    return new DatabaseFailed(
        "the quota could not be reached",
        new SQLTransientConnectionException("no answer", "08000"));
  }
}
