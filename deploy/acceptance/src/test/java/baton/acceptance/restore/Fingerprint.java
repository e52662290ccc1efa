package baton.acceptance.restore;

import baton.journal.recovery.LogView;
import baton.local.Brokers;
import baton.parts.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Everything that an installation keeps: every row of every database, every topic and its ends.
 *
 * @param rows by database and table: how many, and a sum over their texts
 */
record Fingerprint(Map<String, String> rows, LogView log) {

  /** While database and broker run, and no service does. */
  static Fingerprint of(PostgresServer server, Brokers brokers)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    var rows = new TreeMap<String, String>();
    for (String database : column(server, "postgres", "select datname from pg_database"))
      if (!database.startsWith("template"))
        for (String table :
            column(
                server,
                database,
                "select quote_ident(table_schema) || '.' || quote_ident(table_name)"
                    + " from information_schema.tables where table_type = 'BASE TABLE'"
                    + " and table_schema not in ('pg_catalog', 'information_schema')"))
          rows.put(
              database + " " + table,
              column(
                      server,
                      database,
                      "select count(*) || ' ' || coalesce(sum(hashtext(t::text)), 0) from "
                          + table
                          + " t")
                  .getFirst());
    try (Admin admin = Admin.create(brokers.operator())) {
      return new Fingerprint(rows, LogView.of(admin));
    }
  }

  private static List<String> column(PostgresServer server, String database, String sql)
      throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (row.next()) values.add(row.getString(1));
      return values;
    }
  }
}
