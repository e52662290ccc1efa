package baton.journal.reader;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import java.util.concurrent.Callable;

/** The transactions that a reader works in. */
interface BatchScope {
  /** In one transaction and one root unit of work: all of it happens, or nothing. */
  <T> T inBatch(Callable<T> work);

  <T> T inTransaction(Callable<T> work);

  /** A later event of the same referral gets a later recorded time. */
  void witnessed(Recorded<? extends BatonEvent> read);
}
