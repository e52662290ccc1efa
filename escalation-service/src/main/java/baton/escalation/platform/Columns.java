package baton.escalation.platform;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Columns that hold the contract's ids as text, or nothing. */
public final class Columns {
  private Columns() {}

  public static OrganisationCode organisation(ResultSet row, String column) throws SQLException {
    String code = row.getString(column);
    return code == null ? null : OrganisationCode.of(code);
  }

  public static PersonId person(ResultSet row, String column) throws SQLException {
    String id = row.getString(column);
    return id == null ? null : PersonId.of(id);
  }

  public static TeamId team(ResultSet row, String column) throws SQLException {
    String id = row.getString(column);
    return id == null ? null : TeamId.of(id);
  }
}
