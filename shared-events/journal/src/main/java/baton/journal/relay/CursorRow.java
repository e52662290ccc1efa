package baton.journal.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** The stored cursor, and what the broker acknowledged with it. */
interface CursorRow {
  Position read() throws SQLException;

  /**
   * In one statement with the acknowledged offsets.
   *
   * @return false if the cursor is not where it is expected: nothing was changed
   */
  boolean move(
      Position from, Position to, Map<TopicPartition, Long> acked, Map<String, Uuid> topicIds)
      throws SQLException;

  List<RelayCursor.Remembered> acked() throws SQLException;

  /** Back to the start of the store; what was acknowledged is forgotten. */
  void startOver() throws SQLException;
}
