package baton.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.parts.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The databases of an installation, as whoever runs the server sees them. */
public record Databases(PostgresServer server) {
  private static final List<String> STORES = List.of("intake", "risk", "allocation", "escalation");
  private static final String TABLES =
      """
      select quote_ident(table_schema) || '.' || quote_ident(table_name)
        from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
       order by 1\
      """;

  /** Every row of every table of every database: its place, and each of its values as bytes. */
  public void eachValue(BiConsumer<String, byte[]> sink) throws SQLException {
    for (String database : names()) {
      try (var connection = server.connect(database)) {
        for (String table : texts(connection, TABLES))
          eachValue(connection, database + "." + table, "select * from " + table, sink);
      }
    }
  }

  /** How many events each service has stored. */
  public Map<String, Long> stored() throws SQLException {
    var counts = new TreeMap<String, Long>();
    for (String store : STORES)
      counts.put(store, Long.valueOf(one(store, "select count(*) from event_entry")));
    return counts;
  }

  /** The first column of the only row. */
  public String one(String database, String query) throws SQLException {
    try (var connection = server.connect(database)) {
      return texts(connection, query).getFirst();
    }
  }

  /** The first column of every row. */
  public List<String> texts(String database, String query) throws SQLException {
    try (var connection = server.connect(database)) {
      return texts(connection, query);
    }
  }

  /** Gives the number of rows that it changed. */
  public int change(String database, String statement, Object... values) throws SQLException {
    try (var connection = server.connect(database);
        var change = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) change.setObject(i + 1, values[i]);
      return change.executeUpdate();
    }
  }

  private List<String> names() throws SQLException {
    try (var connection = server.connect("postgres")) {
      return texts(connection, "select datname from pg_database where datallowconn order by 1");
    }
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<String>();
      while (rows.next()) found.add(rows.getString(1));
      return found;
    }
  }

  private static void eachValue(
      Connection connection, String place, String query, BiConsumer<String, byte[]> sink)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var columns = rows.getMetaData();
      while (rows.next())
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          byte[] value = value(rows, i, columns.getColumnTypeName(i));
          if (value != null) sink.accept(place + "." + columns.getColumnName(i), value);
        }
    }
  }

  private static byte[] value(ResultSet rows, int column, String type) throws SQLException {
    if (type.equals("bytea")) return rows.getBytes(column);
    String text = rows.getString(column);
    return text == null ? null : text.getBytes(UTF_8);
  }
}
