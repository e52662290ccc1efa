package baton.platform.wiring;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.store.AppendListener;
import baton.platform.StoreRefuses;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a store from being written on while it and the log do not belong together: an event at a
 * place that the log has given to another could never be published. Where the broker does not
 * answer, nothing speaks against the store, and referrals are taken.
 */
@Singleton
public class StoreGuard implements AppendListener {
  private static final Duration FIRST_LOOK_MAX = Duration.ofSeconds(5);

  private final CountDownLatch looked = new CountDownLatch(1);
  private volatile String refusal;

  /** Store and log belong together, or nobody can tell. */
  void open() {
    refusal = null;
    looked.countDown();
  }

  void refuse(String sentence) {
    refusal = sentence;
    looked.countDown();
  }

  /** Why nothing is stored, read or published, in a sentence. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    awaitFirstLook();
    String why = refusal;
    if (why != null) throw new StoreRefuses(why);
  }

  private void awaitFirstLook() {
    try {
      looked.await(FIRST_LOOK_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
