package baton.escalation.clockkeeper;

import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;

/** What a read-only copy looks at instead of what is due: how far it knows the original's log. */
@ApplicationScoped
class CopyKnown {
  private final Transactions transactions;

  CopyKnown(Transactions transactions) {
    this.transactions = transactions;
  }

  void keep() {
    transactions.inTransaction(
        () -> {
          KnownTo.keepOfCopy(transactions.connection());
          return null;
        });
  }
}
