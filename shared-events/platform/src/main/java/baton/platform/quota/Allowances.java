package baton.platform.quota;

import baton.platform.DatabaseFailed;
import baton.platform.sql.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** What every organisation has left, which all instances of the service share. */
@ApplicationScoped
class Allowances {

  private static final String TAKE = "select granted, available from quota_take(?, ?, ?, ?, ?)";

  private final AgroalDataSource database;

  Allowances(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * @param granted as many as were wanted or, if there are fewer, those
   * @param available what is left after that, with a fraction
   */
  record Taken(int granted, double available) {}

  Taken take(String organisation, Kind kind, Limit limit, int wanted) {
    try (var connection = database.getConnection()) {
      return Sql.on(connection, "the quota")
          .find(
              TAKE,
              row -> new Taken(row.getInt("granted"), row.getDouble("available")),
              organisation,
              kind.word(),
              wanted,
              limit.perSecond(),
              limit.atOnce())
          .orElseThrow();
    } catch (SQLException e) {
      throw new DatabaseFailed("the quota could not be reached", e);
    }
  }
}
