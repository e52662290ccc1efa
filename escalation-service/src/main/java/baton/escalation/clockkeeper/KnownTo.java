package baton.escalation.clockkeeper;

import baton.horizon.Horizon;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.time.Instant;

/** How far everything is known, as last seen: what every answer gives as its age. */
public final class KnownTo {
  private static final String KEEP =
      """
      insert into known_to (certain, presumed) values (?, ?)
      on conflict (only_row) do update set certain = excluded.certain, presumed = excluded.presumed
      """;

  private static final Horizon NOTHING = new Horizon(Instant.EPOCH, Instant.EPOCH);

  private KnownTo() {}

  static Horizon keep(Horizon horizon, Connection connection) {
    on(connection).update(KEEP, horizon.certain(), horizon.presumed());
    return horizon;
  }

  /** {@link Instant#EPOCH} before anything was known. */
  public static Horizon read(Connection connection) {
    return on(connection)
        .find(
            "select certain, presumed from known_to",
            row -> new Horizon(Sql.instant(row, "certain"), Sql.instant(row, "presumed")))
        .orElse(NOTHING);
  }

  private static Sql on(Connection connection) {
    return Sql.on(connection, "how far the log is known");
  }
}
