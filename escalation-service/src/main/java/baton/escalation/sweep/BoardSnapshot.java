package baton.escalation.sweep;

import baton.contract.ReferralId;
import baton.escalation.sweep.model.BoardState;
import baton.journal.store.Transactions;
import baton.platform.board.CustodyBoard;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** The board and how far it had been read, as one moment saw both. */
@ApplicationScoped
class BoardSnapshot {
  private static final String ONE_MOMENT =
      "set transaction isolation level repeatable read, read only";

  private static final String WAITING =
      "select distinct referral from parked_event where referral is not null";

  private static final String REFOLDING = "select 1 from refold where done_at is null limit 1";

  private final Transactions transactions;

  BoardSnapshot(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * @param readTo per partition, the next offset to read
   * @param waiting referrals that wait because this service could not apply an event of theirs: the
   *     board says so, and cannot be compared
   * @param refolding the board is being folded anew by an adoption that came late
   */
  record Snapshot(
      Map<TopicPartition, Long> readTo,
      Map<ReferralId, BoardState> rows,
      Set<ReferralId> waiting,
      boolean refolding) {}

  Snapshot take() {
    return transactions.inTransaction(
        () -> {
          Sql sql = sql();
          sql.update(ONE_MOMENT);
          var rows = new HashMap<ReferralId, BoardState>();
          sql.list("select * from custody_board", row -> rows.put(referral(row), state(row)));
          return new Snapshot(
              checkpoints(sql),
              rows,
              Set.copyOf(sql.list(WAITING, BoardSnapshot::referral)),
              sql.find(REFOLDING, row -> true).isPresent());
        });
  }

  /** How far the board has been read by now. */
  Map<TopicPartition, Long> readTo() {
    return transactions.inTransaction(() -> checkpoints(sql()));
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "the board");
  }

  private static Map<TopicPartition, Long> checkpoints(Sql sql) {
    var readTo = new HashMap<TopicPartition, Long>();
    sql.list(
        "select topic, partition, next_offset from log_checkpoint",
        row ->
            readTo.put(
                new TopicPartition(row.getString("topic"), row.getInt("partition")),
                row.getLong("next_offset")));
    return readTo;
  }

  private static ReferralId referral(ResultSet row) throws SQLException {
    return new ReferralId(row.getObject("referral", UUID.class));
  }

  private static BoardState state(ResultSet row) throws SQLException {
    try {
      var custody = CustodyBoard.read(row.getString("state"));
      return new BoardState(custody, CustodyBoard.wrongColumns(custody, row));
    } catch (IllegalStateException unreadable) {
      return new BoardState(null, List.of());
    }
  }
}
