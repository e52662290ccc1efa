package baton.platform;

import java.sql.SQLException;

/** A statement failed. Names what was tried, never what it was tried with. */
public final class DatabaseFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseFailed(String what, SQLException cause) {
    super(what, cause);
  }
}
