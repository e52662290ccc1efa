package baton.journal.store;

import baton.journal.envelope.Times;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The last recorded time that this service read or wrote, per referral. Every stamp is later than
 * it, so an effect never precedes its cause, whatever the clocks say. What concerns no referral is
 * stamped under {@link #REGISTER}.
 */
final class ReferralClock {
  static final UUID REGISTER = new UUID(0, 0);

  /** The second parameter is how many stamps each referral of the batch gets. */
  private static final String STAMP =
      """
      insert into referral_clock as c (referral, recorded_time)
      select referral, earliest + (? - 1) * interval '1 microsecond'
        from unnest(?::uuid[], ?::timestamptz[]) as batch (referral, earliest)
      on conflict (referral) do update set
        recorded_time =
          greatest(excluded.recorded_time, c.recorded_time + ? * interval '1 microsecond')
      returning referral, recorded_time\
      """;

  private static final String WITNESS =
      """
      insert into referral_clock as c (referral, recorded_time)
      select * from unnest(?::uuid[], ?::timestamptz[])
      on conflict (referral) do update set recorded_time = excluded.recorded_time
        where c.recorded_time < excluded.recorded_time\
      """;

  /** The plan must not choose the order: each row is looked up by itself. */
  private static final String LOCK =
      """
      select (select 1 from referral_clock c where c.referral = wanted.referral for update)
        from unnest(?::uuid[]) as wanted (referral)\
      """;

  private ReferralClock() {}

  /**
   * Holds the rows that there are until the transaction ends, in the order in which every
   * transaction takes them: one that stamps first and keeps what it read afterwards would take them
   * in two rows, and two of them wait for each other for ever.
   */
  static void lock(Connection transaction, SortedSet<UUID> keys) throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(LOCK)) {
      statement.setArray(1, transaction.createArrayOf("uuid", keys.toArray()));
      statement.executeQuery().close();
    }
  }

  /**
   * The first of {@code width} stamps, a microsecond apart, for each key. Holds the row of each key
   * until the transaction ends.
   *
   * @param earliest per key, sorted: two batches lock their rows in the same order
   */
  static Map<UUID, Instant> stamp(
      Connection transaction, SortedMap<UUID, Instant> earliest, int width) throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(STAMP)) {
      statement.setInt(1, width);
      statement.setArray(2, keys(transaction, earliest));
      statement.setArray(3, times(transaction, earliest));
      statement.setInt(4, width);
      var first = new HashMap<UUID, Instant>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Instant last = rows.getObject(2, OffsetDateTime.class).toInstant();
          first.put(rows.getObject(1, UUID.class), last.minusNanos(1_000L * (width - 1)));
        }
      }
      return first;
    }
  }

  static void witnessed(Connection transaction, Map<UUID, Instant> read) throws SQLException {
    SortedMap<UUID, Instant> sorted = new TreeMap<>(read);
    try (PreparedStatement statement = transaction.prepareStatement(WITNESS)) {
      statement.setArray(1, keys(transaction, sorted));
      statement.setArray(2, times(transaction, sorted));
      statement.executeUpdate();
    }
  }

  private static Array keys(Connection transaction, SortedMap<UUID, Instant> times)
      throws SQLException {
    return transaction.createArrayOf("uuid", times.keySet().toArray());
  }

  private static Array times(Connection transaction, SortedMap<UUID, Instant> times)
      throws SQLException {
    return transaction.createArrayOf(
        "timestamptz", times.values().stream().map(Times::text).toArray());
  }
}
