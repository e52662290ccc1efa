package baton.journal.reader;

import baton.contract.ReferralId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A stream in which an event waits for its predecessor, which the log does not give.
 *
 * @param referral null for streams of the register
 * @param sequence of the first event that waits
 * @param eventId of the same
 */
public record StreamGap(
    ReferralId referral, String source, String stream, long sequence, String eventId) {

  private static final String OPEN =
      """
      select distinct on (source, stream) referral, source, stream, sequence, event_id
        from parked_event
       where kind = 'WAITING' and parked_at < now() - make_interval(secs => ?)
       order by source, stream, sequence""";

  static List<StreamGap> open(Duration longerThan, Connection connection) throws SQLException {
    var gaps = new ArrayList<StreamGap>();
    try (PreparedStatement select = connection.prepareStatement(OPEN)) {
      select.setDouble(1, longerThan.toMillis() / 1_000.0);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) gaps.add(of(row));
      }
    }
    return gaps;
  }

  private static StreamGap of(ResultSet row) throws SQLException {
    UUID referral = row.getObject(1, UUID.class);
    return new StreamGap(
        referral == null ? null : new ReferralId(referral),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5));
  }
}
