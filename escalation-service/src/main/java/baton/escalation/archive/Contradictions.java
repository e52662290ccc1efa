package baton.escalation.archive;

import baton.journal.reader.LogRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds in a batch what contradicts the archive, in which the batch stands already. */
final class Contradictions {
  private static final String FIND =
      """
      with read as materialized (
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::int[],
            ?::bigint[], ?::text[])
          as read (event_id, source, subject, sequence, topic_id, partition, log_offset, digest))
      select read.topic_id, read.partition, read.log_offset, true as same_event
      from read join archived_event kept on kept.event_id = read.event_id
      where (kept.topic_id, kept.partition, kept.log_offset)
          <> (read.topic_id, read.partition, read.log_offset)
        and encode(sha256(kept.value), 'hex') <> read.digest
      union all
      select read.topic_id, read.partition, read.log_offset, false
      from read
      where exists (
        select from archived_event kept
        where kept.source = read.source and kept.subject = read.subject
          and kept.sequence = read.sequence and kept.event_id <> read.event_id
          and kept.log_offset < read.log_offset)
      """;

  private record Where(String topicId, int partition, long offset) {
    static Where of(LogRecord each) {
      return new Where(each.topicId(), each.partition(), each.offset());
    }
  }

  private Contradictions() {}

  static List<Contradiction> of(List<LogRecord> records, Connection tx) throws SQLException {
    var told = new HashMap<Where, LogRecord>();
    for (LogRecord each : records)
      if (each.envelope() != null && Archive.uuid(each.envelope().id()) != null)
        told.put(Where.of(each), each);
    if (told.isEmpty()) return List.of();
    try (PreparedStatement query = tx.prepareStatement(FIND)) {
      bind(query, List.copyOf(told.values()));
      return found(query, told);
    }
  }

  private static List<Contradiction> found(PreparedStatement query, Map<Where, LogRecord> told)
      throws SQLException {
    var found = new ArrayList<Contradiction>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        var where = new Where(row.getString(1), row.getInt(2), row.getLong(3));
        found.add(new Contradiction(told.get(where), row.getBoolean(4)));
      }
    }
    return found;
  }

  private static void bind(PreparedStatement query, List<LogRecord> records) throws SQLException {
    bind(query, 1, "uuid", records, each -> Archive.uuid(each.envelope().id()));
    bind(query, 2, "text", records, each -> each.envelope().source());
    bind(query, 3, "text", records, each -> each.envelope().subject());
    bind(query, 4, "bigint", records, each -> each.envelope().streamSequence());
    bind(query, 5, "text", records, LogRecord::topicId);
    bind(query, 6, "int4", records, LogRecord::partition);
    bind(query, 7, "bigint", records, LogRecord::offset);
    bind(query, 8, "text", records, each -> digest(each.value()));
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

  private static String digest(byte[] value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
