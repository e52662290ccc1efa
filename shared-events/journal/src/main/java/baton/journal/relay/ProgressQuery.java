package baton.journal.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks the database, so that the answer does not depend on which instance is asked. */
final class ProgressQuery {
  private static final int COUNTED_MAX = 10_000;

  private static final String PROGRESS =
      """
      select c.transaction_id, c.global_index,
             coalesce(head.transaction_id, '0') as head_transaction,
             coalesce(head.global_index, 0) as head_index,
             first.time_stamp as first_unpublished,
             (select count(*) from (
                select from event_entry e
                where (e.transaction_id, e.global_index) > (c.transaction_id, c.global_index)
                limit %d) as unpublished) as unpublished,
             (select count(*) from relay_parked) as parked
      from relay_cursor c
      left join lateral (select transaction_id, global_index from event_entry
                         order by transaction_id desc, global_index desc limit 1) head on true
      left join lateral (
        select time_stamp from event_entry e
        where (e.transaction_id, e.global_index) > (c.transaction_id, c.global_index)
        order by transaction_id, global_index limit 1) first on true
      """
          .formatted(COUNTED_MAX);

  /** Seeing the sessions of other users takes the role pg_read_all_stats. */
  private static final String OLDEST =
      """
      select coalesce(application_name, '') as application, coalesce(datname, '') as database, pid,
             extract(epoch from clock_timestamp() - xact_start) as age
      from pg_stat_activity
      where backend_xid is not null and xact_start is not null and pid <> pg_backend_pid()
      order by age(backend_xid) desc limit 1
      """;

  private ProgressQuery() {}

  static RelayProgress ask(Connection connection, RelayState state, Instant now)
      throws SQLException {
    Optional<OldestTransaction> oldest = oldest(connection);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(PROGRESS)) {
      row.next();
      Position published = new Position(row.getLong(1), row.getLong(2));
      Position head = new Position(row.getLong("head_transaction"), row.getLong("head_index"));
      long unpublished = row.getLong("unpublished");
      long lagEvents =
          unpublished < COUNTED_MAX
              ? unpublished
              : Math.max(unpublished, head.index() - published.index());
      String first = row.getString("first_unpublished");
      return new RelayProgress(
          head,
          published,
          lagEvents,
          first == null ? Duration.ZERO : since(Instant.parse(first), now),
          unpublished == 0,
          state.phase() == RelayState.Phase.PUBLISHING,
          state.held(),
          row.getInt("parked"),
          state.watermark(),
          state.trouble(Instant.now()).orElse(null),
          oldest);
    }
  }

  private static Optional<OldestTransaction> oldest(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(OLDEST)) {
      if (!row.next()) return Optional.empty();
      return Optional.of(
          new OldestTransaction(
              row.getString("application"),
              row.getString("database"),
              row.getLong("pid"),
              Duration.ofMillis(Math.round(row.getDouble("age") * 1000))));
    }
  }

  private static Duration since(Instant recorded, Instant now) {
    return recorded.isAfter(now) ? Duration.ZERO : Duration.between(recorded, now);
  }
}
