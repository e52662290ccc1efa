package baton.escalation.policy;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.policy.RecalculationTable.Recalculation;
import baton.escalation.policy.model.RecalculateDeadlines;
import baton.journal.store.Transactions;
import baton.platform.Commands;
import baton.platform.board.CustodyBoard;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Carries out what somebody ordered: one event for each open referral with a clock that the
 * organisation's timescales set. Each is one transaction with the mark how far it got, so that a
 * stop in between neither leaves one out nor takes one twice.
 */
@ApplicationScoped
public class Recalculations {
  private static final int LOOKED_AT_ONCE = 200;

  private final Transactions transactions;
  private final CustodyBoard board;
  private final Commands commands;

  public Recalculations(Transactions transactions, CustodyBoard board, Commands commands) {
    this.transactions = transactions;
    this.board = board;
    this.commands = commands;
  }

  void order(Recalculation order) {
    RecalculationTable.on(transactions.connection()).order(order);
  }

  /** Whether an order is not carried out in full yet. */
  public boolean pending() {
    return transactions.inTransaction(
        () -> RecalculationTable.on(transactions.connection()).pending());
  }

  /**
   * Takes one step.
   *
   * @return whether there was something to do
   */
  boolean step() {
    return transactions.inTransaction(
        () -> {
          Connection tx = transactions.connection();
          RecalculationTable table = RecalculationTable.on(tx);
          Recalculation order = table.next().orElse(null);
          if (order == null) return false;
          List<ReferralId> open = table.openAfter(order.reached(), LOOKED_AT_ONCE);
          if (open.isEmpty()) {
            table.done(order);
            return true;
          }
          Optional<ReferralId> next = firstConcerned(order, open, tx);
          next.ifPresent(referral -> commands.sendAsSystem(command(order, referral)));
          table.reached(order, next.orElse(open.getLast()), next.isPresent() ? 1 : 0);
          return true;
        });
  }

  /** One by one: mostly the first is concerned already. */
  private Optional<ReferralId> firstConcerned(
      Recalculation order, List<ReferralId> open, Connection tx) throws SQLException {
    for (ReferralId referral : open)
      if (board.find(referral, tx).filter(custody -> isSetBy(order, custody)).isPresent())
        return Optional.of(referral);
    return Optional.empty();
  }

  private static boolean isSetBy(Recalculation order, Custody custody) {
    return custody.clocks().running().stream()
        .anyMatch(clock -> clock.policyOf().equals(order.organisation()));
  }

  private static RecalculateDeadlines command(Recalculation order, ReferralId referral) {
    return new RecalculateDeadlines(
        referral, order.organisation(), order.version(), order.by(), order.reason());
  }
}
