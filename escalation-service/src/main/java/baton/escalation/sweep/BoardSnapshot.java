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
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/** The board and how far it had been read, as one moment saw both. */
@ApplicationScoped
class BoardSnapshot {
  private static final String ONE_MOMENT =
      "set transaction isolation level repeatable read, read only";

  /** It holds no transaction id, so that no relay waits for it however long it takes. */
  private static final List<String> HOWEVER_LONG =
      List.of(
          "set local transaction_timeout = 0", "set local idle_in_transaction_session_timeout = 0");

  private static final String WAITING =
      "select distinct referral from parked_event where referral is not null";

  private static final String REFOLDING = "select 1 from refold where done_at is null limit 1";

  private static final String ROWS = "select * from custody_board order by referral";
  private static final int ROWS_AT_ONCE = 500;

  private final Transactions transactions;

  BoardSnapshot(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The board at one moment. */
  interface Moment {
    /** Per partition, the next offset to read. */
    Map<TopicPartition, Long> readTo();

    /**
     * Referrals that wait because this service could not apply an event of theirs: the board says
     * so, and cannot be compared.
     */
    Set<ReferralId> waiting();

    /** The board is being folded anew by an adoption that came late. */
    boolean refolding();

    /** Row after row in the order of the referrals' ids; few of them are in memory at a time. */
    void each(BiConsumer<ReferralId, BoardState> told);
  }

  /** The moment lasts as long as the work on it. */
  <T> T atOneMoment(Function<Moment, T> work) {
    return transactions.inTransaction(
        () -> {
          Sql sql = sql();
          sql.update(ONE_MOMENT);
          HOWEVER_LONG.forEach(sql::update);
          return work.apply(new Seen(sql));
        });
  }

  /** How far the board has been read by now. */
  Map<TopicPartition, Long> readTo() {
    return transactions.inTransaction(() -> new Seen(sql()).readTo());
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "the board");
  }

  private record Seen(Sql sql) implements Moment {
    @Override
    public Map<TopicPartition, Long> readTo() {
      var readTo = new HashMap<TopicPartition, Long>();
      sql.list(
          "select topic, partition, next_offset from log_checkpoint",
          row ->
              readTo.put(
                  new TopicPartition(row.getString("topic"), row.getInt("partition")),
                  row.getLong("next_offset")));
      return readTo;
    }

    @Override
    public Set<ReferralId> waiting() {
      return Set.copyOf(sql.list(WAITING, BoardSnapshot::referral));
    }

    @Override
    public boolean refolding() {
      return sql.find(REFOLDING, row -> true).isPresent();
    }

    @Override
    public void each(BiConsumer<ReferralId, BoardState> told) {
      sql.each(ROWS, ROWS_AT_ONCE, row -> told.accept(referral(row), state(row)));
    }
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
