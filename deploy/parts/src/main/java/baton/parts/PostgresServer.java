package baton.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL that answers, wherever it runs: makes databases, each with an owner of its own that
 * no other owner can look into.
 *
 * @param address {@code host:port}
 * @param superuser may create databases and roles
 */
public record PostgresServer(String address, String superuser, String password) {

  /** The JDBC address of a database on this server. */
  public String url(String database) {
    return "jdbc:postgresql://" + address + "/" + database;
  }

  /** A connection as the superuser; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), superuser, password);
  }

  /**
   * Makes the database and its owner, who has the same name, or takes them as they are and only
   * sets the password.
   */
  public Database create(String name, String ownerPassword) throws SQLException {
    requirePlainName(name);
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
        statement.execute("create role " + name + " login");
      }
      statement.execute(
          "alter role " + name + " password " + statement.enquoteLiteral(ownerPassword));
      // One long transaction anywhere holds back every relay: each service can tell whose it is.
      statement.execute("grant pg_read_all_stats to " + name);
      if (!has(statement, name)) {
        statement.execute("create database " + name + " owner " + name);
        statement.execute("revoke connect on database " + name + " from public");
      }
    }
    return new Database(name, url(name), name, ownerPassword);
  }

  /** Whether there is a database of this name. */
  public boolean has(String database) throws SQLException {
    requirePlainName(database);
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      return has(statement, database);
    }
  }

  private static boolean has(Statement statement, String database) throws SQLException {
    return exists(statement, "select 1 from pg_database where datname = '" + database + "'");
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /** Identifiers cannot be bound as parameters, so only names that need no quoting are taken. */
  private static void requirePlainName(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "'" + name + "' is not a plain database name (a-z, 0-9, _)");
    }
  }

  @Override
  public String toString() {
    return superuser + "@" + address;
  }
}
