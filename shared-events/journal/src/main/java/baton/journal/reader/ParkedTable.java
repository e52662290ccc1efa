package baton.journal.reader;

import baton.contract.ReferralId;
import baton.contract.journal.ParkReason;
import baton.journal.reader.Held.Kind;
import baton.journal.reader.Known.Waiting;
import baton.journal.store.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code parked_event}. */
final class ParkedTable implements ParkedRows {
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

  private static final String LIST =
      """
      select position, story, kind, referral, source, stream, sequence, event_id, type,
             topic, partition, log_offset, reason, error, parked_at
        from parked_event where position > ? order by position limit ?""";

  private static final String REMOVE = "delete from parked_event where position = any (?)";

  private static final String COUNT = "select count(*) from parked_event where kind = ?";

  private final Transactions transactions;
  private final RecordDecoder decoder;

  ParkedTable(Transactions transactions, RecordDecoder decoder) {
    this.transactions = transactions;
    this.decoder = decoder;
  }

  @Override
  public List<StoryKind> kinds(Collection<String> stories) throws SQLException {
    var found = new ArrayList<StoryKind>();
    try (PreparedStatement statement = connection().prepareStatement(KINDS)) {
      statement.setArray(1, statement.getConnection().createArrayOf("text", stories.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next())
          found.add(new StoryKind(rows.getString(1), Kind.valueOf(rows.getString(2))));
      }
    }
    return found;
  }

  @Override
  public List<String> lock(Collection<String> stories) throws SQLException {
    var locked = new ArrayList<String>();
    try (PreparedStatement statement = connection().prepareStatement(LOCK)) {
      statement.setArray(1, statement.getConnection().createArrayOf("text", stories.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) locked.add(rows.getString(1));
      }
    }
    return locked;
  }

  @Override
  public List<Waiting> records(Collection<String> stories, Kind... kinds) throws SQLException {
    var found = new ArrayList<Waiting>();
    try (PreparedStatement statement = connection().prepareStatement(RECORDS)) {
      statement.setArray(1, statement.getConnection().createArrayOf("text", stories.toArray()));
      statement.setArray(2, statement.getConnection().createArrayOf("text", kinds));
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

  @Override
  public void hold(List<Held> held) throws SQLException {
    if (held.isEmpty()) return;
    try (PreparedStatement statement = connection().prepareStatement(HOLD)) {
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

  @Override
  public void remove(Collection<Long> positions) throws SQLException {
    if (positions.isEmpty()) return;
    try (PreparedStatement statement = connection().prepareStatement(REMOVE)) {
      statement.setArray(1, statement.getConnection().createArrayOf("int8", positions.toArray()));
      statement.executeUpdate();
    }
  }

  @Override
  public long count(Kind kind) throws SQLException {
    try (PreparedStatement statement = connection().prepareStatement(COUNT)) {
      statement.setString(1, kind.name());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Override
  public List<ParkedEvent> list(int limit, long after) throws SQLException {
    try (PreparedStatement statement = connection().prepareStatement(LIST)) {
      statement.setLong(1, after);
      statement.setInt(2, limit);
      return list(statement);
    }
  }

  private static List<ParkedEvent> list(PreparedStatement statement) throws SQLException {
    var page = new ArrayList<ParkedEvent>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) page.add(event(row));
    }
    return page;
  }

  private static ParkedEvent event(ResultSet row) throws SQLException {
    UUID referral = row.getObject("referral", UUID.class);
    String reason = row.getString("reason");
    return new ParkedEvent(
        row.getLong("position"),
        row.getString("story"),
        row.getString("kind"),
        referral == null ? null : new ReferralId(referral),
        row.getString("source"),
        row.getString("stream"),
        row.getObject("sequence", Long.class),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("topic"),
        row.getInt("partition"),
        row.getLong("log_offset"),
        reason == null ? null : ParkReason.valueOf(reason),
        row.getString("error"),
        row.getObject("parked_at", OffsetDateTime.class).toInstant());
  }

  private Connection connection() {
    return transactions.connection();
  }
}
