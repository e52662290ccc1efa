package baton.journal.reader;

import baton.journal.store.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** The table {@code stream_position}. */
final class StreamPositionTable implements StreamPositions {
  private static final Comparator<StreamKey> ORDER =
      Comparator.comparing(StreamKey::stream).thenComparing(StreamKey::source);

  private static final String READ =
      """
      select p.source, p.stream, p.referral, p.last_sequence, p.last_event, p.recorded_time
        from unnest(?::text[], ?::text[]) as wanted (source, stream)
        join stream_position p on p.stream = wanted.stream and p.source = wanted.source""";

  private static final String KEEP =
      """
      insert into stream_position
        (source, stream, referral, last_sequence, last_event, recorded_time)
      select * from unnest(?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[])
      on conflict (stream, source) do update set
        last_sequence = excluded.last_sequence,
        last_event = excluded.last_event,
        recorded_time = excluded.recorded_time""";

  private final Transactions transactions;

  StreamPositionTable(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<StreamKey, StreamPosition> read(Collection<StreamKey> wanted) throws SQLException {
    var found = new HashMap<StreamKey, StreamPosition>();
    if (wanted.isEmpty()) return found;
    try (PreparedStatement statement = connection().prepareStatement(READ)) {
      var columns = new Columns<>(statement, wanted);
      columns.add("text", StreamKey::source);
      columns.add("text", StreamKey::stream);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next())
          found.put(
              new StreamKey(rows.getString(1), rows.getString(2)),
              new StreamPosition(
                  rows.getString(3),
                  rows.getLong(4),
                  rows.getString(5),
                  rows.getObject(6, OffsetDateTime.class).toInstant()));
      }
    }
    return found;
  }

  @Override
  public void keep(Map<StreamKey, StreamPosition> moved) throws SQLException {
    if (moved.isEmpty()) return;
    List<Entry<StreamKey, StreamPosition>> sorted = new ArrayList<>(moved.entrySet());
    sorted.sort(Entry.comparingByKey(ORDER));
    try (PreparedStatement statement = connection().prepareStatement(KEEP)) {
      var columns = new Columns<>(statement, sorted);
      columns.add("text", one -> one.getKey().source());
      columns.add("text", one -> one.getKey().stream());
      columns.add("uuid", one -> one.getValue().referral());
      columns.add("int8", one -> one.getValue().sequence());
      columns.add("text", one -> one.getValue().eventId());
      columns.add("timestamptz", one -> one.getValue().recordedTime());
      statement.executeUpdate();
    }
  }

  private Connection connection() {
    return transactions.connection();
  }
}
