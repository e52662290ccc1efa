package baton.local.recovery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Where a store stands on a topic, given in the places of the topic's successor. */
final class StorePositions {
  private final Connection store;
  private final String topic;

  /**
   * @param store a connection in a transaction, which the caller commits
   */
  StorePositions(Connection store, String topic) {
    this.store = store;
    this.topic = topic;
  }

  /** From an old place to the new one; negative where there is none. */
  interface Moved {
    long to(int partition, long offset) throws SQLException;
  }

  /**
   * @param next where reading goes on in each partition
   * @param moved where parked events stand now
   */
  void keep(String newId, Map<Integer, Long> next, Moved moved) throws SQLException {
    change("delete from relay_acked where topic = ? and topic_id <> ?", topic, newId);
    for (Map.Entry<Integer, Long> one : next.entrySet()) {
      if (one.getValue() == 0)
        // No row at all is what a reader begins from.
        change("delete from log_checkpoint where topic = ? and partition = ?", topic, one.getKey());
      else
        change(
            "update log_checkpoint set topic_id = ?, next_offset = ? where topic = ? and partition = ?",
            newId,
            one.getValue(),
            topic,
            one.getKey());
    }
    for (Map.Entry<Long, Long> parked : parked(moved).entrySet())
      change(
          "update parked_event set topic_id = ?, log_offset = ? where position = ?",
          newId,
          parked.getValue(),
          parked.getKey());
  }

  /** Places are only what tells one parked event from another: those of no place get their own. */
  private Map<Long, Long> parked(Moved moved) throws SQLException {
    var found = new HashMap<Long, Long>();
    try (PreparedStatement select =
        store.prepareStatement(
            "select position, partition, log_offset from parked_event where topic = ?")) {
      select.setString(1, topic);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long to = moved.to(row.getInt(2), row.getLong(3));
          found.put(row.getLong(1), to < 0 ? -row.getLong(1) : to);
        }
      }
    }
    return found;
  }

  private void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement change = store.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) change.setObject(i + 1, values[i]);
      change.executeUpdate();
    }
  }
}
