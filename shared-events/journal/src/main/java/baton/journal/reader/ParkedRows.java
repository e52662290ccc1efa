package baton.journal.reader;

import baton.contract.ReferralId;
import baton.contract.journal.ParkReason;
import baton.journal.reader.Held.Kind;
import baton.journal.reader.Known.Waiting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code parked_event}: what could not be applied, and what waits behind it. */
final class ParkedRows {
  private static final String KINDS =
      "select distinct story, kind from parked_event where story = any (?) and kind <> 'BEHIND'";

  private static final String LOCK =
      """
      select story from parked_event where story = any (?) and kind = 'PARKED'
       order by story for update""";

  private static final String RECORDS =
      """
      select position, topic, topic_id, partition, log_offset, record_key, value
        from parked_event where story = any (?) and kind = any (?) order by position""";

  private static final String HOLD =
      """
      insert into parked_event
        (story, kind, referral, source, stream, sequence, event_id, type,
         topic, topic_id, partition, log_offset, record_key, value, reason, error)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String REMOVE = "delete from parked_event where position = any (?)";

  private static final String COUNT = "select count(*) from parked_event where kind = ?";

  private final RecordDecoder decoder;

  ParkedRows(RecordDecoder decoder) {
    this.decoder = decoder;
  }

  record StoryKind(String story, Kind kind) {}

  /** Which of the stories are parked, and which have events that wait for a predecessor. */
  List<StoryKind> kinds(Connection transaction, Collection<String> stories) throws SQLException {
    var found = new ArrayList<StoryKind>();
    try (PreparedStatement statement = transaction.prepareStatement(KINDS)) {
      statement.setArray(1, transaction.createArrayOf("text", stories.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next())
          found.add(new StoryKind(rows.getString(1), Kind.valueOf(rows.getString(2))));
      }
    }
    return found;
  }

  /** Waits for a retry of these stories to end; gives those that are parked still. */
  List<String> lock(Connection transaction, Collection<String> stories) throws SQLException {
    var locked = new ArrayList<String>();
    try (PreparedStatement statement = transaction.prepareStatement(LOCK)) {
      statement.setArray(1, transaction.createArrayOf("text", stories.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) locked.add(rows.getString(1));
      }
    }
    return locked;
  }

  /** The stored records of these stories, in the order in which they came. */
  List<Waiting> records(Connection transaction, Collection<String> stories, Kind... kinds)
      throws SQLException {
    var found = new ArrayList<Waiting>();
    try (PreparedStatement statement = transaction.prepareStatement(RECORDS)) {
      statement.setArray(1, transaction.createArrayOf("text", stories.toArray()));
      statement.setArray(2, transaction.createArrayOf("text", kinds));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) found.add(new Waiting(record(rows), rows.getLong(1)));
      }
    }
    return found;
  }

  private LogRecord record(ResultSet row) throws SQLException {
    return decoder.decode(
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getLong(5),
        row.getString(6),
        row.getBytes(7));
  }

  void hold(Connection transaction, List<Held> held) throws SQLException {
    if (held.isEmpty()) return;
    try (PreparedStatement statement = transaction.prepareStatement(HOLD)) {
      for (Held one : held) {
        bind(statement, one);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, Held one) throws SQLException {
    LogRecord record = one.record();
    var envelope = record.envelope();
    UUID referral = record.referral().map(ReferralId::value).orElse(null);
    ParkReason reason = one.reason();
    statement.setString(1, record.story().orElseThrow());
    statement.setString(2, one.kind().name());
    statement.setObject(3, referral);
    statement.setString(4, envelope == null ? null : envelope.source());
    statement.setString(5, envelope == null ? null : envelope.subject());
    statement.setObject(6, envelope == null ? null : envelope.streamSequence());
    statement.setString(7, envelope == null ? null : envelope.id());
    statement.setString(8, envelope == null ? null : envelope.type());
    statement.setString(9, record.topic());
    statement.setString(10, record.topicId());
    statement.setInt(11, record.partition());
    statement.setLong(12, record.offset());
    statement.setString(13, record.key());
    statement.setBytes(14, record.value());
    statement.setString(15, reason == null ? null : reason.name());
    statement.setString(16, one.error());
  }

  void remove(Connection transaction, Collection<Long> positions) throws SQLException {
    if (positions.isEmpty()) return;
    try (PreparedStatement statement = transaction.prepareStatement(REMOVE)) {
      statement.setArray(1, transaction.createArrayOf("int8", positions.toArray()));
      statement.executeUpdate();
    }
  }

  long count(Connection transaction, Kind kind) throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(COUNT)) {
      statement.setString(1, kind.name());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
