package baton.allocation.casework;

import baton.contract.EscalationId;
import baton.contract.escalation.EscalationRaised;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Disputes that were found to last too long while a service was silent: it may turn out that a
 * force accepted in time, so nobody is appointed until that is confirmed.
 */
@ApplicationScoped
public class UnconfirmedDisputes {
  private final Transactions transactions;

  public UnconfirmedDisputes(Transactions transactions) {
    this.transactions = transactions;
  }

  void keep(EscalationRaised raised) {
    sql()
        .update(
            "insert into unconfirmed_dispute (escalation, referral) values (?, ?)"
                + " on conflict do nothing",
            raised.escalation(),
            raised.referral());
  }

  /** Whether this escalation is one of them; it is none afterwards. */
  boolean take(EscalationId escalation) {
    return sql()
        .find(
            "delete from unconfirmed_dispute where escalation = ? returning referral",
            row -> true,
            escalation)
        .isPresent();
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "disputes that are not confirmed yet");
  }
}
