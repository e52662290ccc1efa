package baton.journal.reader;

import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.Checkpoints.Span;
import baton.journal.store.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The table {@code log_checkpoint}. */
final class CheckpointTable implements CheckpointRows {
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

  private final Transactions transactions;

  CheckpointTable(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void own(Collection<TopicPartition> partitions) throws SQLException {
    Connection transaction = transactions.connection();
    // One order for everybody, so that two batches cannot wait for each other.
    Object[] sorted = partitions.stream().map(TopicPartition::toString).sorted().toArray();
    try (PreparedStatement statement = transaction.prepareStatement(OWN)) {
      statement.setArray(1, transaction.createArrayOf("text", sorted));
      statement.executeQuery().close();
    }
  }

  @Override
  public Map<TopicPartition, Checkpoint> read(Collection<String> topics) throws SQLException {
    Connection transaction = transactions.connection();
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

  @Override
  public int move(List<Span> spans) throws SQLException {
    int moved = 0;
    if (spans.stream().anyMatch(span -> span.from() == 0)) moved += write(BEGIN, spans);
    if (spans.stream().anyMatch(span -> span.from() > 0)) moved += write(ADVANCE, spans);
    return moved;
  }

  private int write(String sql, List<Span> spans) throws SQLException {
    try (PreparedStatement statement = transactions.connection().prepareStatement(sql)) {
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
