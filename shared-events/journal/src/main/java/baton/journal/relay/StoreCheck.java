package baton.journal.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A store that was restored from the past would give new events places that are passed already. */
final class StoreCheck {
  private static final String AHEAD =
      """
      select ?::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) as from_the_future,
             (?::xid8, ?) > (coalesce(head.transaction_id, '0'), coalesce(head.global_index, 0))
               as beyond_head,
             coalesce(head.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()), false)
               as head_from_the_future
      from (select 1) as one
      left join (select transaction_id, global_index from event_entry
                 order by transaction_id desc, global_index desc limit 1) head on true
      """;

  private StoreCheck() {}

  /**
   * @throws RelayRefuses the cursor, or an event, is ahead of this database's transactions
   */
  static void verify(Connection connection, Position cursor) throws SQLException, RelayRefuses {
    try (PreparedStatement select = connection.prepareStatement(AHEAD)) {
      select.setString(1, Long.toString(cursor.transaction()));
      select.setString(2, Long.toString(cursor.transaction()));
      select.setLong(3, cursor.index());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        if (row.getBoolean("beyond_head"))
          throw new RelayRefuses(
              "The relay publishes nothing: it had published up to position "
                  + cursor
                  + ", which this event store does not reach. The store was restored from the past;"
                  + " what the log holds beyond it must be brought back first.");
        if (row.getBoolean("from_the_future") || row.getBoolean("head_from_the_future"))
          throw new RelayRefuses(
              "The relay publishes nothing: the event store holds transaction ids that this"
                  + " database has not given out yet, so new events would be passed over. It was"
                  + " copied from another server; its ids must be renewed first.");
      }
    }
  }
}
