package baton.escalation.proof;

import baton.contract.EventId;
import baton.escalation.system.SystemFindings;
import baton.escalation.system.SystemKind;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;

/** What is no longer what was signed: kept as a finding, which ends when it is found no more. */
@ApplicationScoped
class AlteredFindings {
  private final Transactions transactions;
  private final BusinessClock clock;

  AlteredFindings(Transactions transactions, BusinessClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param about what was compared
   * @param sentence null where it is as it was
   */
  void keep(String about, String sentence) {
    transactions.inTransaction(
        () -> {
          keep(about, sentence, SystemFindings.on(transactions.connection()));
          return null;
        });
  }

  private void keep(String about, String sentence, SystemFindings findings) {
    boolean known = false;
    for (var each : findings.list(SystemKind.LOG_ALTERED)) {
      if (!each.about().equals(about) || each.endedAt() != null) continue;
      if (each.detail().equals(sentence)) known = true;
      else findings.ended(SystemKind.LOG_ALTERED, about, each.foundBy(), clock.instant());
    }
    // No event says so: each time that it is found has an id of its own.
    if (sentence != null && !known)
      findings.found(
          SystemKind.LOG_ALTERED,
          about,
          new EventId(UuidCreator.getTimeOrderedEpoch()),
          clock.instant(),
          sentence);
  }
}
