package baton.journal.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A store that was restored from the past would give new events places that are passed already. */
public final class StoreCheck {
  private static final String AHEAD =
      """
      select c.transaction_id, c.global_index,
             c.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) as from_the_future,
             (c.transaction_id, c.global_index)
               > (coalesce(head.transaction_id, '0'), coalesce(head.global_index, 0))
               as beyond_head,
             coalesce(head.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()), false)
               as head_from_the_future
      from relay_cursor c
      left join (select transaction_id, global_index from event_entry
                 order by transaction_id desc, global_index desc limit 1) head on true
      """;

  private StoreCheck() {}

  /** In a sentence, that the cursor or an event is ahead of this database's transactions. */
  public static Optional<String> trouble(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(AHEAD)) {
      if (!row.next()) throw new SQLException("relay_cursor has no row");
      if (row.getBoolean("from_the_future") || row.getBoolean("head_from_the_future"))
        return Optional.of(
            "The event store holds transaction ids that this database has not given out yet, so new"
                + " events would be passed over: it was copied from another server, and its ids"
                + " must be renewed first.");
      if (row.getBoolean("beyond_head"))
        return Optional.of(
            ("The relay had published up to position %s, which this event store does not reach: it"
                    + " was restored from the past, and what the log holds beyond it must be"
                    + " brought back first.")
                .formatted(new Position(row.getLong(1), row.getLong(2))));
      return Optional.empty();
    }
  }

  /**
   * @throws RelayRefuses the cursor, or an event, is ahead of this database's transactions
   */
  static void verify(Connection connection) throws SQLException, RelayRefuses {
    Optional<String> why = trouble(connection);
    if (why.isPresent()) throw new RelayRefuses("The relay publishes nothing. " + why.get());
  }
}
