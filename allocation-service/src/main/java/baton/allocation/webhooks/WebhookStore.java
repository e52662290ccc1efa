package baton.allocation.webhooks;

import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** The database for those who send: few at a time, however many receivers are waited for. */
@ApplicationScoped
class WebhookStore {
  /** Of fourteen connections; whoever waits for a receiver needs none. */
  private static final int AT_ONCE = 4;

  private final Transactions transactions;
  private final Semaphore places = new Semaphore(AT_ONCE);

  WebhookStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** What is asked of the webhooks, or done to them, in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T in(WebhookTable table);
  }

  <T> T inTransaction(Work<T> work) {
    return few(
        () ->
            transactions.inTransaction(() -> work.in(WebhookTable.on(transactions.connection()))));
  }

  /** The work must wait for nothing but the database. */
  <T> T few(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
