package baton.platform.wiring;

import baton.platform.BatonConfig;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections of one's own to the service's database, for whoever keeps one for as long as it lives
 * because its session holds locks: no pool may own it.
 */
public final class OwnConnection {
  private OwnConnection() {}

  /**
   * @param purpose names the session at the database, behind the service's name
   */
  public static PGSimpleDataSource of(BatonConfig config, String purpose) {
    var source = new PGSimpleDataSource();
    source.setUrl(config.dbUrl());
    source.setUser(config.dbUser());
    config.dbPassword().ifPresent(source::setPassword);
    source.setApplicationName(config.service() + "-" + purpose);
    return source;
  }
}
