package baton.local.recovery;

import baton.journal.recovery.StoreView;
import baton.local.client.ServiceName;
import baton.parts.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of one service, while the service does not run. */
record Store(ServiceName service, PostgresServer server) {
  String source() {
    return "/" + service.slug() + "-service";
  }

  Connection connect() throws SQLException {
    return server.connect(service.slug());
  }

  /** False before its service was started for the first time, or since a restart of an old one. */
  boolean isMigrated() throws SQLException {
    if (!server.has(service.slug())) return false;
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return ClusterCopy.one(statement, "select to_regclass('log_cluster')") != null;
    }
  }

  StoreView view() throws SQLException {
    try (Connection connection = connect()) {
      return StoreView.of(connection, source());
    }
  }
}
