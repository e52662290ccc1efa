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

/** The tables of how far a store is published: {@code relay_cursor} and {@code relay_acked}. */
final class CursorTable implements CursorRow {
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

  private final Connection connection;

  CursorTable(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Position read() throws SQLException {
    String sql = "select transaction_id, global_index from relay_cursor";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) throw new SQLException("relay_cursor has no row");
      return new Position(row.getLong(1), row.getLong(2));
    }
  }

  @Override
  public boolean move(
      Position from, Position to, Map<TopicPartition, Long> acked, Map<String, Uuid> topicIds)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setString(1, Long.toString(to.transaction()));
      update.setLong(2, to.index());
      update.setString(3, Long.toString(from.transaction()));
      update.setLong(4, from.index());
      bind(update, acked, topicIds);
      try (ResultSet row = update.executeQuery()) {
        row.next();
        return row.getInt(1) == 1;
      }
    }
  }

  @Override
  public List<RelayCursor.Remembered> acked() throws SQLException {
    List<RelayCursor.Remembered> remembered = new ArrayList<>();
    String sql = "select topic, topic_id, partition, acked_offset from relay_acked";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next())
        remembered.add(
            new RelayCursor.Remembered(
                row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)));
    }
    return remembered;
  }

  @Override
  public void startOver() throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(START_OVER)) {
      update.executeUpdate();
    }
  }

  private void bind(
      PreparedStatement update, Map<TopicPartition, Long> offsets, Map<String, Uuid> topicIds)
      throws SQLException {
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
