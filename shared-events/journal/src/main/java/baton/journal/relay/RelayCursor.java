package baton.journal.relay;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * How far this store is published, kept in the store. It moves only from where this relay left it,
 * in one statement with the acknowledged offsets.
 */
final class RelayCursor {
  private static final String MOVE =
      """
      with moved as (
        update relay_cursor set transaction_id = ?::xid8, global_index = ?
        where transaction_id = ?::xid8 and global_index = ? returning 1),
      acked as (
        insert into relay_acked (topic, topic_id, partition, acked_offset)
        select a.topic, a.topic_id, a.partition, a.acked_offset
        from unnest(?::text[], ?::text[], ?::int[], ?::bigint[])
          as a (topic, topic_id, partition, acked_offset)
        where exists (select from moved)
        on conflict (topic_id, partition) do update set acked_offset = excluded.acked_offset
        where relay_acked.acked_offset < excluded.acked_offset)
      select count(*) from moved
      """;

  private static final String START_OVER =
      """
      with forgotten as (delete from relay_acked)
      update relay_cursor set transaction_id = '0', global_index = 0
      """;

  /** An acknowledgement that the store remembers. */
  record Remembered(String topic, String topicId, int partition, long offset) {}

  private final Connection connection;
  private Position position;

  RelayCursor(Connection connection) throws SQLException {
    this.connection = connection;
    this.position = stored();
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
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setString(1, Long.toString(to.transaction()));
      update.setLong(2, to.index());
      update.setString(3, Long.toString(position.transaction()));
      update.setLong(4, position.index());
      bind(update, acked, topicIds);
      try (ResultSet row = update.executeQuery()) {
        row.next();
        if (row.getInt(1) != 1)
          throw new SQLException("the cursor is not at " + position + ": another relay moved it");
      }
    }
    position = to;
  }

  List<Remembered> acked() throws SQLException {
    List<Remembered> remembered = new ArrayList<>();
    String sql = "select topic, topic_id, partition, acked_offset from relay_acked";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next())
        remembered.add(
            new Remembered(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)));
    }
    return remembered;
  }

  /** The whole store is to be published again. */
  void startOver() throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(START_OVER)) {
      update.executeUpdate();
    }
    position = Position.START;
  }

  private Position stored() throws SQLException {
    String sql = "select transaction_id, global_index from relay_cursor";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) throw new SQLException("relay_cursor has no row");
      return new Position(row.getLong(1), row.getLong(2));
    }
  }

  private void bind(PreparedStatement update, Acked acked, Map<String, Uuid> topicIds)
      throws SQLException {
    Map<TopicPartition, Long> offsets = acked.offsets();
    List<TopicPartition> partitions = List.copyOf(offsets.keySet());
    update.setArray(5, array("text", partitions.stream().map(TopicPartition::topic).toArray()));
    update.setArray(
        6,
        array("text", partitions.stream().map(p -> topicIds.get(p.topic()).toString()).toArray()));
    update.setArray(7, array("int4", partitions.stream().map(TopicPartition::partition).toArray()));
    update.setArray(8, array("int8", partitions.stream().map(offsets::get).toArray()));
  }

  private Array array(String type, Object[] values) throws SQLException {
    return connection.createArrayOf(type, values);
  }
}
