package baton.platform.limits;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** So many at once, and so many bytes with them. */
final class Room {

  private final int callsMax;
  private final long bytesMax;
  private int calls;
  private long bytes;

  Room(int callsMax, long bytesMax) {
    this.callsMax = callsMax;
    this.bytesMax = bytesMax;
  }

  /**
   * One that brings more bytes than there is room for at all comes in when nobody else brings any.
   */
  synchronized boolean enter(long more) {
    boolean fits = bytes + more <= bytesMax || bytes == 0 || more == 0;
    if (calls == callsMax || !fits) return false;
    calls++;
    bytes += more;
    return true;
  }

  synchronized void leave(long brought) {
    calls--;
    bytes -= brought;
    if (calls == 0) notifyAll();
  }

  /** Returns when nobody is in any more, or after so long. */
  synchronized void awaitEmpty(Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    for (long left; calls > 0 && (left = until - System.nanoTime()) > 0; )
      TimeUnit.NANOSECONDS.timedWait(this, left);
  }

  synchronized int calls() {
    return calls;
  }
}
