package baton.allocation.webhooks;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Until when all of one attempt must be over, by the system's own nanoseconds. */
final class Deadline {
  private final long ends;

  Deadline(Duration after) {
    this.ends = System.nanoTime() + after.toNanos();
  }

  <T> T await(Future<T> coming) throws InterruptedException, ExecutionException, TimeoutException {
    return coming.get(Math.max(0, left()), TimeUnit.NANOSECONDS);
  }

  /** Before something is begun that cannot be taken back. */
  void requireTime() throws TimeoutException {
    if (left() <= 0) throw new TimeoutException();
  }

  private long left() {
    return ends - System.nanoTime();
  }
}
