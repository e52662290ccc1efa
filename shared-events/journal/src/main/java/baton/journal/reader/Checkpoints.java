package baton.journal.reader;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The stored record of how far each partition was read. */
final class Checkpoints {
  /** Takes no transaction id; held until the transaction ends. In the order of the array. */
  private static final String OWN =
      """
      select pg_advisory_xact_lock(hashtextextended(partition, 0))
        from unnest(?::text[]) as wanted (partition)""";

  private static final String READ =
      """
      select topic, partition, topic_id, next_offset, read_up_to from log_checkpoint
       where topic = any (?)""";

  private static final String BEGIN =
      """
      insert into log_checkpoint (topic, partition, topic_id, next_offset, read_up_to)
      select topic, partition, topic_id, next, read_up_to
        from unnest(?::text[], ?::int[], ?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[])
          as span (topic, partition, topic_id, expected, next, read_up_to)
       where expected = 0
      on conflict do nothing""";

  private static final String ADVANCE =
      """
      update log_checkpoint as c set next_offset = span.next, read_up_to = span.read_up_to
        from unnest(?::text[], ?::int[], ?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[])
          as span (topic, partition, topic_id, expected, next, read_up_to)
       where c.topic = span.topic and c.partition = span.partition
         and c.topic_id = span.topic_id and c.next_offset = span.expected""";

  private Checkpoints() {}

  /** Where the next batch of a partition begins. */
  record Checkpoint(String topicId, long next, Instant readUpTo) {}

  /**
   * What one batch reads of one partition.
   *
   * @param from the offset at which the checkpoint is expected
   * @param to the offset at which the next batch begins
   * @param readUpTo the broker's timestamp of the last record
   */
  record Span(TopicPartition partition, String topicId, long from, long to, Instant readUpTo) {}

  /** Waits until no other batch of these partitions runs anywhere. */
  static void own(Connection transaction, Collection<TopicPartition> partitions)
      throws SQLException {
    // One order for everybody, so that two batches cannot wait for each other.
    Object[] sorted = partitions.stream().map(TopicPartition::toString).sorted().toArray();
    try (PreparedStatement statement = transaction.prepareStatement(OWN)) {
      statement.setArray(1, transaction.createArrayOf("text", sorted));
      statement.executeQuery().close();
    }
  }

  /** Partitions that were never read are absent. */
  static Map<TopicPartition, Checkpoint> read(Connection transaction, Collection<String> topics)
      throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(READ)) {
      statement.setArray(1, transaction.createArrayOf("text", topics.toArray()));
      var found = new HashMap<TopicPartition, Checkpoint>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next())
          found.put(
              new TopicPartition(rows.getString(1), rows.getInt(2)),
              new Checkpoint(
                  rows.getString(3),
                  rows.getLong(4),
                  rows.getObject(5, OffsetDateTime.class).toInstant()));
      }
      return found;
    }
  }

  /**
   * Compares before the work is done; {@link #advance} compares again as it writes.
   *
   * @throws StaleOwner if somebody else has read on meanwhile
   */
  static void compare(Connection transaction, Collection<Span> spans) throws SQLException {
    var topics = spans.stream().map(span -> span.partition().topic()).distinct().toList();
    var stored = read(transaction, topics);
    for (Span span : spans) {
      Checkpoint checkpoint = stored.get(span.partition());
      boolean expected =
          checkpoint == null
              ? span.from() == 0
              : checkpoint.topicId().equals(span.topicId()) && checkpoint.next() == span.from();
      if (!expected) throw new StaleOwner(span, checkpoint);
    }
  }

  /**
   * Compare-and-set.
   *
   * @throws StaleOwner if a checkpoint is not where its span begins
   */
  static void advance(Connection transaction, List<Span> spans) throws SQLException {
    int advanced = 0;
    if (spans.stream().anyMatch(span -> span.from() == 0))
      advanced += write(transaction, BEGIN, spans);
    if (spans.stream().anyMatch(span -> span.from() > 0))
      advanced += write(transaction, ADVANCE, spans);
    if (advanced != spans.size()) throw new StaleOwner(spans);
  }

  private static int write(Connection transaction, String sql, List<Span> spans)
      throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(sql)) {
      var columns = new Columns<>(statement, spans);
      columns.add("text", span -> span.partition().topic());
      columns.add("int4", span -> span.partition().partition());
      columns.add("text", Span::topicId);
      columns.add("int8", Span::from);
      columns.add("int8", Span::to);
      columns.add("timestamptz", Span::readUpTo);
      return statement.executeUpdate();
    }
  }
}
