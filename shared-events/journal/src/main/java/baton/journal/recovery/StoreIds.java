package baton.journal.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Gives every stored event a transaction id that is certainly over, where theirs are of another
 * server. The order of rows, which stays, is an order of streams: an event is inserted after the
 * one before it was committed.
 */
final class StoreIds {
  /** PostgreSQL's first ordinary transaction. */
  private static final String LONG_OVER = "'3'";

  private static final List<String> RENEW =
      List.of(
          // Some of what was published may be published again; nothing is left out.
          """
          update relay_cursor c set transaction_id = %s, global_index =
            coalesce(
              (select min(e.global_index) - 1 from event_entry e
                where (e.transaction_id, e.global_index) > (c.transaction_id, c.global_index)),
              (select max(e.global_index) from event_entry e),
              0)"""
              .formatted(LONG_OVER),
          "update relay_parked set transaction_id = %s, global_index = 0".formatted(LONG_OVER),
          // What an audit has got to is said in positions too: it begins anew.
          "update store_audit set ended_at = 'epoch' where ended_at is null",
          "update event_entry set transaction_id = %s".formatted(LONG_OVER));

  private StoreIds() {}

  /**
   * @param store a connection in no transaction
   */
  static void renew(Connection store) throws SQLException {
    store.setAutoCommit(false);
    try (Statement statement = store.createStatement()) {
      statement.execute("set local transaction_timeout = 0");
      for (String update : RENEW) statement.execute(update);
      store.commit();
    } catch (SQLException failure) {
      store.rollback();
      throw failure;
    } finally {
      store.setAutoCommit(true);
    }
  }
}
