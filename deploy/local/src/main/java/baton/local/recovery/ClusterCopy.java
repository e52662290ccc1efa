package baton.local.recovery;

import baton.parts.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Copies the files of a running PostgreSQL as its manual tells (section "Making a Base Backup Using
 * the Low Level API"). Writers go on meanwhile: what they write is in the copy up to its end. The
 * keyring's files are left out.
 */
final class ClusterCopy {
  /** Rebuilt at start, or of the running process only. */
  private static final Set<String> CONTENTS_LEFT_OUT =
      Set.of(
          "pg_dynshmem",
          "pg_notify",
          "pg_replslot",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans",
          "pg_wal");

  private static final Set<String> FILES_LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "backup_label");

  private final PostgresServer server;
  private final Path data;
  private final Path copy;

  /**
   * @param data the running server's folder
   * @param copy is made
   */
  ClusterCopy(PostgresServer server, Path data, Path copy) {
    this.server = server;
    this.data = data;
    this.copy = copy;
  }

  void make() throws SQLException, IOException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      // Until this session ends the server keeps what it has written since: the copy needs it.
      statement.execute("select pg_create_physical_replication_slot('baton_backup', true, true)");
      Path keyring = Path.of("base", one(statement, keyringFolder()));
      statement.execute("select pg_backup_start('baton backup', true)");
      Folders.copy(data, copy, path -> !path.equals(keyring) && isCopied(path));
      stop(statement);
      Folders.copy(data.resolve("pg_wal"), copy.resolve("pg_wal"), ClusterCopy::isSegment);
    }
  }

  private void stop(Statement statement) throws SQLException, IOException {
    try (ResultSet label =
        statement.executeQuery("select labelfile, spcmapfile from pg_backup_stop(false)")) {
      label.next();
      Files.writeString(copy.resolve("backup_label"), label.getString(1));
      String map = label.getString(2);
      if (map != null && !map.isBlank()) Files.writeString(copy.resolve("tablespace_map"), map);
    }
  }

  private static boolean isCopied(Path path) {
    String name = path.getFileName().toString();
    if (name.startsWith("pgsql_tmp") || FILES_LEFT_OUT.contains(name)) return false;
    return path.getNameCount() == 1 || !CONTENTS_LEFT_OUT.contains(path.getName(0).toString());
  }

  private static boolean isSegment(Path path) {
    return !path.startsWith("summaries") && !path.toString().endsWith(".tmp");
  }

  private static String keyringFolder() {
    return "select coalesce((select oid::text from pg_database where datname = 'keyring'), 'none')";
  }

  static String one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
