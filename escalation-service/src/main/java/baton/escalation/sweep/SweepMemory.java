package baton.escalation.sweep;

import baton.escalation.platform.EscalationConfig;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import baton.replay.model.Ledger;
import jakarta.enterprise.context.ApplicationScoped;

/** How much memory a sweep will take, told before it begins. */
@ApplicationScoped
class SweepMemory {
  private static final String COUNTS =
      "select count(*) as referrals, count(*) filter (where not concluded) as open from"
          + " custody_board";

  private final Transactions transactions;
  private final int threads;
  private final long bytesMax;

  SweepMemory(Transactions transactions, EscalationConfig config) {
    this.transactions = transactions;
    int wanted = config.sweep().threads();
    this.threads = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
    this.bytesMax = config.sweep().bytesMax();
  }

  /**
   * What it takes at least.
   *
   * @param neededBytes for everything of which there is to be a summary, and for what is open
   */
  record Plan(Ledger.Size size, long neededBytes) {
    boolean fits() {
      return neededBytes <= size.bytesMax();
    }

    /** Why not, and what to do. */
    String refusal() {
      return "A sweep needs at least %d MiB, for what is open, and may take %d MiB; give it more by"
              .formatted(neededBytes >> 20, size.bytesMax() >> 20)
          + " baton.escalation.sweep.memory-max and, if need be, the service a larger heap";
    }
  }

  /**
   * @param records on the log
   */
  Plan plan(long records) {
    Counts counts = counts();
    var size = new Ledger.Size(threads, counts.referrals(), bytesMax);
    return new Plan(size, size.bytesNeeded(counts.open(), records));
  }

  private record Counts(long referrals, long open) {}

  private Counts counts() {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "the board's size")
                .find(COUNTS, row -> new Counts(row.getLong("referrals"), row.getLong("open")))
                .orElseThrow());
  }
}
