package baton.journal.reader;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import java.util.concurrent.Callable;

/** The service's own journal and transactions. */
record JournalScope(Transactions transactions, AxonJournal journal) implements BatchScope {
  @Override
  public <T> T inBatch(Callable<T> work) {
    return journal.inBatch(work);
  }

  @Override
  public <T> T inTransaction(Callable<T> work) {
    return transactions.inTransaction(work);
  }

  @Override
  public void witnessed(Recorded<? extends BatonEvent> read) {
    transactions.witnessed(read);
  }
}
