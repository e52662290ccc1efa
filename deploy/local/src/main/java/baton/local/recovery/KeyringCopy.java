package baton.local.recovery;

import baton.parts.Database;
import baton.parts.PostgresServer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/**
 * The wrapped data keys in a file, one a line. Kept apart from the data: who deletes a key must be
 * able to let go of the copies of it without letting go of the data.
 */
final class KeyringCopy {
  private static final int BATCH = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Key(String key, byte[] wrapped, UUID block, String createdAt) {}

  private KeyringCopy() {}

  /** How many keys were written. */
  static int write(PostgresServer server, Path file) throws SQLException, IOException {
    int count = 0;
    try (Connection connection = server.connect("keyring");
        var out = Files.newBufferedWriter(file)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        if (ClusterCopy.one(statement, "select to_regclass('data_key')") == null) return 0;
        statement.setFetchSize(BATCH);
        try (ResultSet row =
            statement.executeQuery("select key, wrapped, block, created_at from data_key")) {
          while (row.next()) {
            var key =
                new Key(
                    row.getString(1),
                    row.getBytes(2),
                    row.getObject(3, UUID.class),
                    row.getString(4));
            out.write(JSON.writeValueAsString(key));
            out.newLine();
            count++;
          }
        }
      }
    }
    return count;
  }

  /** Adds the keys that the keyring lacks; none is replaced. */
  static void read(Database keyring, Path file) throws SQLException, IOException {
    migrate(keyring);
    try (Connection connection = keyring.connect();
        var lines = Files.lines(file)) {
      connection.setAutoCommit(false);
      List<Key> batch = new ArrayList<>(BATCH);
      for (var each = lines.iterator(); each.hasNext(); ) {
        batch.add(JSON.readValue(each.next(), Key.class));
        if (batch.size() == BATCH) add(connection, batch);
      }
      add(connection, batch);
      connection.commit();
    }
  }

  /** An empty keyring has its tables. */
  static void migrate(Database keyring) {
    Flyway.configure()
        .dataSource(keyring.url(), keyring.user(), keyring.password())
        .locations("classpath:db/keyring")
        .load()
        .migrate();
  }

  private static void add(Connection connection, List<Key> keys) throws SQLException {
    String sql =
        """
        insert into data_key (key, wrapped, block, created_at) values (?, ?, ?, ?::timestamptz)
        on conflict (key) do nothing""";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Key key : keys) {
        insert.setString(1, key.key());
        insert.setBytes(2, key.wrapped());
        insert.setObject(3, key.block());
        insert.setString(4, key.createdAt());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    keys.clear();
  }
}
