package baton.journal.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The relay's one connection. Its session holds the lock that makes this relay the only one of its
 * store, so it lives as long as the relay publishes: a time limit on transactions, which would end
 * the session, does not apply to it. Every statement is a transaction of its own.
 */
final class RelayConnection implements RelayDatabase {
  private final Connection connection;
  private final String source;

  private RelayConnection(Connection connection, String source) {
    this.connection = connection;
    this.source = source;
  }

  static RelayConnection open(DataSource dataSource, String source) throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set transaction_timeout = 0");
        statement.execute("set idle_session_timeout = 0");
        // A page of the store is read by its indexes, also while the statistics know nothing yet of
        // a million rows that have just come.
        for (String way : List.of("seqscan", "hashjoin", "mergejoin"))
          statement.execute("set enable_" + way + " = off");
      }
      return new RelayConnection(connection, source);
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /**
   * Asked again and again rather than waited for in the database, where a waiting statement would
   * keep old rows from being cleaned away.
   */
  @Override
  public boolean ownsStore() throws SQLException {
    String sql = "select pg_try_advisory_lock(hashtextextended('baton.relay', 0))";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Override
  public void verify(Position cursor) throws SQLException, RelayRefuses {
    StoreCheck.verify(connection);
  }

  @Override
  public EventRows events() {
    return new StoreReader(connection, source);
  }

  @Override
  public CursorRow cursor() {
    return new CursorTable(connection);
  }

  @Override
  public ParkedKeys parked() {
    return new ParkedKeysTable(connection);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException alreadyBroken) {
      // The server ends a session whose client is gone.
    }
  }
}
