package baton.escalation.archive;

import baton.journal.envelope.Envelope;
import baton.journal.reader.LogRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Every event byte for byte with its place on the log, written in the reader's transaction before
 * anything is made of it. What the log repeats is kept once, at its first place; what it tells in
 * other bytes the second time is kept as well.
 */
@ApplicationScoped
public class Archive {
  private static final String STORE =
      """
      insert into archived_event (topic_id, partition, log_offset, topic, event_id, referral, source,
        subject, sequence, type, recorded_time, value)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  /**
   * Stores a batch.
   *
   * @return what tells otherwise than the log told before
   */
  public List<Contradiction> store(List<LogRecord> records, Connection tx) throws SQLException {
    insert(records, true, tx);
    List<Contradiction> contradictions = Contradictions.of(records, tx);
    var otherWords =
        contradictions.stream().filter(Contradiction::sameEvent).map(Contradiction::record);
    insert(otherWords.toList(), false, tx);
    return contradictions;
  }

  /**
   * @param once under their event id, so that a repeat is left out
   */
  private static void insert(List<LogRecord> records, boolean once, Connection tx)
      throws SQLException {
    try (PreparedStatement insert = tx.prepareStatement(STORE)) {
      for (LogRecord each : records) {
        bind(insert, each);
        if (!once) insert.setNull(5, Types.OTHER);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, LogRecord each) throws SQLException {
    insert.setString(1, each.topicId());
    insert.setInt(2, each.partition());
    insert.setLong(3, each.offset());
    insert.setString(4, each.topic());
    insert.setBytes(12, each.value());
    Envelope envelope = each.envelope();
    if (envelope == null) {
      insert.setNull(5, Types.OTHER);
      insert.setNull(6, Types.OTHER);
      for (int column = 7; column <= 8; column++) insert.setNull(column, Types.VARCHAR);
      insert.setNull(9, Types.BIGINT);
      insert.setNull(10, Types.VARCHAR);
      insert.setNull(11, Types.TIMESTAMP_WITH_TIMEZONE);
      return;
    }
    insert.setObject(5, uuid(envelope.id()), Types.OTHER);
    insert.setObject(6, uuid(envelope.referral()), Types.OTHER);
    insert.setString(7, envelope.source());
    insert.setString(8, envelope.subject());
    insert.setLong(9, envelope.streamSequence());
    insert.setString(10, envelope.type());
    insert.setObject(11, time(envelope.recordedTime()), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  static UUID uuid(String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException notOne) {
      // Bytes that are an envelope in form only: kept all the same, found by their place.
      return null;
    }
  }

  private static OffsetDateTime time(String text) {
    return Instant.parse(text).atOffset(ZoneOffset.UTC);
  }
}
