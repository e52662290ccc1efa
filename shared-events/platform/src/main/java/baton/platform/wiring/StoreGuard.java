package baton.platform.wiring;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.store.AppendListener;
import baton.platform.StoreRefuses;
import jakarta.inject.Inject;
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
  /** Less than PostgreSQL lets a transaction be idle, for the append waits in one. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Duration patience;
  private final CountDownLatch looked = new CountDownLatch(1);
  private volatile String refusal;

  @Inject
  StoreGuard() {
    this(PATIENCE);
  }

  /**
   * @param patience how long an append waits for the first look before it is refused
   */
  StoreGuard(Duration patience) {
    this.patience = patience;
  }

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
    if (!awaitFirstLook()) throw StoreRefuses.untilCompared();
    String why = refusal;
    if (why != null) throw StoreRefuses.untilRecovered(why);
  }

  /** However long it takes: until it has ended nobody knows what the log holds. */
  private boolean awaitFirstLook() {
    try {
      return looked.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
