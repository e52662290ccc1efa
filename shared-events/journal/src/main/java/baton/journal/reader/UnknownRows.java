package baton.journal.reader;

import baton.contract.Unrecognised;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What an earlier version could make nothing of: the table {@code unknown_event}, skipped because
 * nobody knew its type; and in {@code parked_event} what could not be read, or not be decided upon.
 */
record UnknownRows(RecordDecoder decoder) {
  private static final String KEEP =
      """
      insert into unknown_event
        (topic_id, partition, log_offset, topic, story, type, record_key, value)
      values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

  private static final String TYPES = "select distinct type from unknown_event";

  private static final String PARTITIONS =
      "select distinct topic, partition from unknown_event where type = any (?) order by 1, 2";

  private static final String STORIES =
      """
      select distinct story from unknown_event u
       where type = any (?) and topic = ? and partition = ? and story > ?
         and not exists (
           select from parked_event p where p.story = u.story and p.kind = 'PARKED')
       order by story limit ?""";

  private static final String RECORDS =
      """
      select topic, topic_id, partition, log_offset, record_key, value from unknown_event
       where type = any (?) and story = any (?) order by topic_id, partition, log_offset""";

  private static final String REMOVE =
      "delete from unknown_event where type = any (?) and story = any (?)";

  private static final String UNREADABLE =
      """
      select position, story from parked_event
       where kind = 'PARKED' and (reason = 'UNREADABLE' or error like '%NewerEvent%')
       order by position""";

  void keep(Connection transaction, List<LogRecord> applied) throws SQLException {
    var unknown = applied.stream().filter(UnknownRows::isUnknown).toList();
    if (unknown.isEmpty()) return;
    try (PreparedStatement insert = transaction.prepareStatement(KEEP)) {
      for (LogRecord one : unknown) {
        insert.setString(1, one.topicId());
        insert.setInt(2, one.partition());
        insert.setLong(3, one.offset());
        insert.setString(4, one.topic());
        insert.setString(5, one.story().orElseThrow());
        insert.setString(6, one.envelope().type());
        insert.setString(7, one.key());
        insert.setBytes(8, one.value());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Stories that are parked for what a later version may know, by the place of their first row. */
  Map<Long, String> unreadable(Connection transaction) throws SQLException {
    var found = new LinkedHashMap<Long, String>();
    try (PreparedStatement select = transaction.prepareStatement(UNREADABLE);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) found.put(rows.getLong(1), rows.getString(2));
    }
    return found;
  }

  static boolean isUnknown(LogRecord record) {
    return record.event().event() instanceof Unrecognised;
  }

  /** Types of which something was skipped and that this version knows. */
  List<String> understood(Connection transaction) throws SQLException {
    return texts(transaction, TYPES).stream().filter(decoder.codec()::knows).toList();
  }

  List<TopicPartition> partitions(Connection transaction, List<String> types) throws SQLException {
    var found = new ArrayList<TopicPartition>();
    try (PreparedStatement select = transaction.prepareStatement(PARTITIONS)) {
      select.setArray(1, array(transaction, types));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) found.add(new TopicPartition(rows.getString(1), rows.getInt(2)));
      }
    }
    return found;
  }

  /**
   * A page of stories. Not those that are parked: their turn comes when they are released.
   *
   * @param after the last one of the page before; empty for the first
   */
  List<String> stories(
      Connection transaction, List<String> types, TopicPartition partition, String after, int limit)
      throws SQLException {
    return texts(
        transaction,
        STORIES,
        array(transaction, types),
        partition.topic(),
        partition.partition(),
        after,
        limit);
  }

  List<LogRecord> records(Connection transaction, List<String> types, Collection<String> stories)
      throws SQLException {
    var found = new ArrayList<LogRecord>();
    try (PreparedStatement select = transaction.prepareStatement(RECORDS)) {
      select.setArray(1, array(transaction, types));
      select.setArray(2, array(transaction, stories));
      try (ResultSet row = select.executeQuery()) {
        while (row.next())
          found.add(
              decoder.decode(
                  row.getString(1),
                  row.getString(2),
                  row.getInt(3),
                  row.getLong(4),
                  row.getString(5),
                  row.getBytes(6)));
      }
    }
    return found;
  }

  void remove(Connection transaction, List<String> types, Collection<String> stories)
      throws SQLException {
    try (PreparedStatement delete = transaction.prepareStatement(REMOVE)) {
      delete.setArray(1, array(transaction, types));
      delete.setArray(2, array(transaction, stories));
      delete.executeUpdate();
    }
  }

  private static java.sql.Array array(Connection transaction, Collection<String> texts)
      throws SQLException {
    return transaction.createArrayOf("text", texts.toArray());
  }

  private static List<String> texts(Connection transaction, String sql, Object... values)
      throws SQLException {
    var found = new ArrayList<String>();
    try (PreparedStatement select = transaction.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) select.setObject(i + 1, values[i]);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) found.add(rows.getString(1));
      }
    }
    return found;
  }
}
