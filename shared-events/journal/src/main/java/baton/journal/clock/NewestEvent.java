package baton.journal.clock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** When the newest event of this service was recorded: no business clock may start before it. */
final class NewestEvent {
  /** Recorded times rise with the order of commits, but for what is in flight at once. */
  private static final String FIND =
      """
      select max(time_stamp) from (
        select time_stamp from event_entry
         order by transaction_id desc, global_index desc limit 1000) as newest""";

  private NewestEvent() {}

  /**
   * @param tolerance how far behind is still taken: clocks of two machines differ
   * @throws ClockRefused with what to do about it
   */
  static void refuseBefore(DataSource dataSource, Instant now, Duration tolerance)
      throws SQLException {
    Optional<Instant> newest = find(dataSource);
    if (newest.isEmpty() || !now.plus(tolerance).isBefore(newest.get())) return;
    throw new ClockRefused(
        ("the business clock says %s, but an event is stored that was recorded at %s: set this"
                + " machine's clock right, or start on the stepped clock that wrote it")
            .formatted(now, newest.get()));
  }

  static Optional<Instant> find(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return Optional.ofNullable(row.getString(1)).map(Instant::parse);
    }
  }
}
