package baton.journal.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/**
 * How far this store is published, kept in the store. It moves only from where this relay left it,
 * in one statement with the acknowledged offsets.
 */
final class RelayCursor {
  /** An acknowledgement that the store remembers. */
  record Remembered(String topic, String topicId, int partition, long offset) {}

  private final CursorRow row;
  private Position position;

  RelayCursor(CursorRow row) throws SQLException {
    this.row = row;
    this.position = row.read();
  }

  Position position() {
    return position;
  }

  /**
   * Everything up to a position is on the log.
   *
   * @throws SQLException also when another relay has moved the cursor meanwhile
   */
  void move(Position to, Acked acked, Map<String, Uuid> topicIds) throws SQLException {
    if (to.equals(position) && acked.offsets().isEmpty()) return;
    if (!row.move(position, to, acked.offsets(), topicIds))
      throw new SQLException("the cursor is not at " + position + ": another relay moved it");
    position = to;
  }

  List<Remembered> acked() throws SQLException {
    return row.acked();
  }

  /** The whole store is to be published again. */
  void startOver() throws SQLException {
    row.startOver();
    position = Position.START;
  }
}
