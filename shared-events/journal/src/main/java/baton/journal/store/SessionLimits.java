package baton.journal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/**
 * How long a transaction may last. The relay's horizon is cluster-wide, so one long transaction
 * anywhere would stall every relay. Set once on each physical connection, whatever pool it comes
 * from, so that no pool's configuration can forget it.
 */
final class SessionLimits {
  private static final String LIMITS =
      "set transaction_timeout = '30s'; set idle_in_transaction_session_timeout = '10s'";

  private static final Set<PGConnection> LIMITED =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private SessionLimits() {}

  /** The same connection, in manual commit, or closed again if that failed. */
  static Connection ensured(Connection connection) throws SQLException {
    try {
      PGConnection physical = connection.unwrap(PGConnection.class);
      if (!LIMITED.contains(physical)) {
        // Outside a transaction: a rollback would undo the settings.
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
          statement.execute(LIMITS);
        }
        LIMITED.add(physical);
      }
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }
}
