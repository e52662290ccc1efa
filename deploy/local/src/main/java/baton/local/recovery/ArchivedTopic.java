package baton.local.recovery;

import baton.journal.store.PageBytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What escalation-service's archive holds of one topic. Each event stands there once, at the first
 * place that the log gave it.
 */
final class ArchivedTopic {
  private static final String LOG_ORDER = " order by partition, log_offset";

  private final Connection archive;
  private final String topic;

  /**
   * @param archive a connection to escalation-service's database
   */
  ArchivedTopic(Connection archive, String topic) {
    this.archive = archive;
    this.topic = topic;
  }

  /** An archived event: where it stood, its record's key and its bytes. */
  record Row(int partition, long offset, String key, byte[] value) {}

  /** A place on the topic. */
  record Place(int partition, long offset) {}

  /** Takes rows in the order of the log. */
  interface Sink {
    void take(Row row) throws SQLException;
  }

  /** All of it, partition by partition. */
  void each(Sink sink) throws SQLException {
    String sql =
        """
        select partition, log_offset, coalesce(referral::text, subject) as key, value
          from archived_event where topic = ?"""
            + LOG_ORDER;
    archive.setAutoCommit(false);
    try (PreparedStatement select = archive.prepareStatement(sql)) {
      select.setFetchSize(PageBytes.EVENTS);
      select.setString(1, topic);
      try (ResultSet row = select.executeQuery()) {
        while (row.next())
          sink.take(new Row(row.getInt(1), row.getLong(2), row.getString(3), row.getBytes(4)));
      }
    } finally {
      archive.rollback();
      archive.setAutoCommit(true);
    }
  }

  long count() throws SQLException {
    return number("select count(*) from archived_event where topic = ?");
  }

  /** How many events stood before an offset of a partition: where the next one stands now. */
  long before(int partition, long offset) throws SQLException {
    return number(
        "select count(*) from archived_event where topic = ? and partition = ? and log_offset < ?",
        partition,
        offset);
  }

  /** The id under which it knows the topic, or null. */
  String topicId() throws SQLException {
    try (PreparedStatement select =
        archive.prepareStatement("select max(topic_id) from archived_event where topic = ?")) {
      select.setString(1, topic);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** Which of these events it holds. */
  Set<String> known(Collection<String> ids) throws SQLException {
    var known = new HashSet<String>();
    try (PreparedStatement select =
        archive.prepareStatement(
            "select event_id::text from archived_event where event_id = any (?::uuid[])")) {
      select.setArray(1, archive.createArrayOf("uuid", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) known.add(row.getString(1));
      }
    }
    return known;
  }

  /** The SHA-256 of what stands at each of these places; those that it does not know are absent. */
  Map<Place, byte[]> hashes(Collection<Place> places) throws SQLException {
    var found = new HashMap<Place, byte[]>();
    try (PreparedStatement select =
        archive.prepareStatement(
            """
            select partition, log_offset, sha256(value)
              from unnest(?::int[], ?::bigint[]) as wanted (partition, log_offset)
              join archived_event a using (partition, log_offset) where a.topic = ?""")) {
      select.setArray(
          1, archive.createArrayOf("int4", places.stream().map(Place::partition).toArray()));
      select.setArray(
          2, archive.createArrayOf("int8", places.stream().map(Place::offset).toArray()));
      select.setString(3, topic);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) found.put(new Place(row.getInt(1), row.getLong(2)), row.getBytes(3));
      }
    }
    return found;
  }

  /** Where an event stands after the topic was written again; negative where none stood. */
  long placed(int partition, long offset) throws SQLException {
    return hashes(List.of(new Place(partition, offset))).isEmpty() ? -1 : before(partition, offset);
  }

  /** The topic has got another id and holds the same records at the same places. */
  void adopt(String newId) throws SQLException {
    update("update archived_event set topic_id = ? where topic = ? and topic_id <> ?", newId);
  }

  /** The topic was written again from this archive: each event stands where it was written. */
  void renumber(String newId) throws SQLException {
    update(
        """
        update archived_event a set topic_id = ?, log_offset = written.place
          from (select topic_id, partition, log_offset,
                       row_number() over (partition by partition order by log_offset) - 1 as place
                  from archived_event where topic = ?) as written
         where a.topic_id = written.topic_id and a.partition = written.partition
           and a.log_offset = written.log_offset and a.topic_id <> ?""",
        newId);
  }

  private void update(String sql, String newId) throws SQLException {
    try (PreparedStatement update = archive.prepareStatement(sql)) {
      update.setString(1, newId);
      update.setString(2, topic);
      update.setString(3, newId);
      update.executeUpdate();
    }
  }

  private long number(String sql, Object... values) throws SQLException {
    try (PreparedStatement select = archive.prepareStatement(sql)) {
      select.setString(1, topic);
      for (int i = 0; i < values.length; i++) select.setObject(i + 2, values[i]);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
