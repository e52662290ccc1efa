package baton.journal.reader;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Between threads. */
final class LatchStop implements Stop {
  private final CountDownLatch asked = new CountDownLatch(1);

  @Override
  public void ask() {
    asked.countDown();
  }

  @Override
  public boolean asked() {
    return asked.getCount() == 0;
  }

  @Override
  public boolean asked(Duration within) throws InterruptedException {
    return asked.await(within.toMillis(), TimeUnit.MILLISECONDS);
  }
}
