package baton.escalation.archive;

import baton.journal.envelope.Envelope;
import baton.journal.reader.LogRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Every event byte for byte with its place on the log, written in the reader's transaction before
 * anything is made of it. What the log repeats is kept once, at its first place.
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

  private static final String CONTRADICTED =
      """
      select read.event_id
      from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
        as read (event_id, source, subject, sequence, log_offset)
      where exists (
        select from archived_event kept
        where kept.source = read.source and kept.subject = read.subject
          and kept.sequence = read.sequence and kept.event_id <> read.event_id
          and kept.log_offset < read.log_offset)
      """;

  /**
   * Stores a batch.
   *
   * @return the events of referrals that claim a place in their stream which another one holds
   */
  public List<LogRecord> store(List<LogRecord> records, Connection tx) throws SQLException {
    try (PreparedStatement insert = tx.prepareStatement(STORE)) {
      for (LogRecord each : records) {
        bind(insert, each);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return contradictions(records, tx);
  }

  private static List<LogRecord> contradictions(List<LogRecord> records, Connection tx)
      throws SQLException {
    List<LogRecord> told = records.stream().filter(Archive::ofReferral).toList();
    if (told.isEmpty()) return List.of();
    try (PreparedStatement query = tx.prepareStatement(CONTRADICTED)) {
      bind(query, 1, "uuid", told, each -> each.event().id().value());
      bind(query, 2, "text", told, each -> each.event().source());
      bind(query, 3, "text", told, each -> each.event().subject());
      bind(query, 4, "bigint", told, each -> each.event().streamSequence());
      bind(query, 5, "bigint", told, LogRecord::offset);
      var found = new HashSet<UUID>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) found.add(rows.getObject(1, UUID.class));
      }
      return told.stream().filter(each -> found.contains(each.event().id().value())).toList();
    }
  }

  private static void bind(
      PreparedStatement query,
      int column,
      String type,
      List<LogRecord> records,
      Function<LogRecord, Object> value)
      throws SQLException {
    query.setArray(
        column, query.getConnection().createArrayOf(type, records.stream().map(value).toArray()));
  }

  private static boolean ofReferral(LogRecord each) {
    return each.event() != null && each.event().referral() != null;
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

  private static UUID uuid(String text) {
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
