package baton.journal;

import baton.parts.Database;
import baton.testing.RealParts;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Fresh databases of a real PostgreSQL. */
public final class TestDatabases {
  private TestDatabases() {}

  /**
   * @param migrations where on the class path they are
   */
  public static DataSource migrated(String purpose, String migrations) {
    DataSource dataSource = empty(purpose);
    Flyway.configure().dataSource(dataSource).locations("classpath:" + migrations).load().migrate();
    return dataSource;
  }

  /** Without tables. */
  public static DataSource empty(String purpose) {
    Database database = RealParts.get().freshDatabase(purpose);
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.user());
    dataSource.setPassword(database.password());
    return dataSource;
  }
}
