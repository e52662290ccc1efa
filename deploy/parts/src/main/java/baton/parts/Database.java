package baton.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One database and the user that owns it.
 *
 * @param url JDBC address without user or password
 */
public record Database(String name, String url, String user, String password) {

  /** A plain connection as the owner; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  @Override
  public String toString() {
    return user + "@" + url;
  }
}
