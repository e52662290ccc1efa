package baton.journal.relay;

import java.sql.SQLException;

/**
 * A relay's session with its store. The session holds the lock that makes this relay the only one
 * of its store; every call below is a statement, and a transaction, of its own.
 */
interface RelayDatabase extends AutoCloseable {
  /** How a relay comes by a session. */
  @FunctionalInterface
  interface Opener {
    RelayDatabase open() throws SQLException;
  }

  /**
   * Asked again and again rather than waited for in the database.
   *
   * @return false while another relay owns the store
   */
  boolean ownsStore() throws SQLException;

  /**
   * @throws RelayRefuses the cursor, or an event, is ahead of this database's transactions
   */
  void verify(Position cursor) throws SQLException, RelayRefuses;

  EventRows events();

  CursorRow cursor();

  ParkedKeys parked();

  /** Ends the session, and with it the lock. */
  @Override
  void close();
}
