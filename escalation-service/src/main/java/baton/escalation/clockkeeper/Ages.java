package baton.escalation.clockkeeper;

import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;

/** How old this service's answers are now. */
@ApplicationScoped
public class Ages {
  private final Transactions transactions;
  private final BusinessClock clock;

  public Ages(Transactions transactions, BusinessClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  public Age now() {
    return transactions.inTransaction(
        () -> Age.now(clock.instant(), KnownTo.read(transactions.connection())));
  }
}
