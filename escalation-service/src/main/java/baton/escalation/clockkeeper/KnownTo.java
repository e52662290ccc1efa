package baton.escalation.clockkeeper;

import baton.horizon.Horizon;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

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

  /** Of a copy: the newest that was recorded and imported; nobody will tell it more. */
  static void keepOfCopy(Connection connection) {
    on(connection)
        .find(
            "select max(recorded_time) as newest from archived_event",
            row -> Optional.ofNullable(Sql.instant(row, "newest")))
        .flatMap(Function.identity())
        .map(newest -> new Horizon(newest, newest))
        .filter(newest -> !newest.equals(read(connection)))
        .ifPresent(newest -> keep(newest, connection));
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
