package baton.local.recovery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * Orders escalation-service to fold its board anew, once it has read a topic that was written again
 * in another order: the story of a referral is what the log says, and what happened at the same
 * time may stand there the other way round now.
 */
final class BoardRefold {
  private static final String ORDER =
      "insert into refold (adoption, since) values (?, timestamptz 'epoch')";

  private static final String AFTER =
      "insert into refold_after (adoption, topic, partition, next_offset) values (?, ?, ?, ?)";

  private final Connection archiving;

  /**
   * @param archiving a connection in a transaction, which the caller commits
   */
  BoardRefold(Connection archiving) {
    this.archiving = archiving;
  }

  /**
   * @param ends of the topic as it was written
   */
  void order(UUID order, Map<TopicPartition, Long> ends) throws SQLException {
    try (PreparedStatement insert = archiving.prepareStatement(ORDER)) {
      insert.setObject(1, order);
      insert.executeUpdate();
    }
    try (PreparedStatement insert = archiving.prepareStatement(AFTER)) {
      for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
        if (end.getValue() == 0) continue;
        insert.setObject(1, order);
        insert.setString(2, end.getKey().topic());
        insert.setInt(3, end.getKey().partition());
        insert.setLong(4, end.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
