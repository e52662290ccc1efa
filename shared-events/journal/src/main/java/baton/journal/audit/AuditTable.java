package baton.journal.audit;

import baton.journal.relay.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The audit that runs, or the last one, and how far it has got. */
final class AuditTable {
  /** Whoever goes on with an audit holds its row: two instances never both do. */
  private static final String READ =
      """
      select audit, ended_at, transaction_id, global_index, parked, walked_transaction_id,
             walked_global_index, records, events, differences
      from store_audit for update
      """;

  /** The cursor and what is parked, in one snapshot. */
  private static final String BEGIN =
      """
      insert into store_audit (audit, begun_at, transaction_id, global_index, parked)
      select coalesce((select audit from store_audit), 0) + 1, now(), c.transaction_id,
             c.global_index, array(select record_key from relay_parked)
      from relay_cursor c
      on conflict (only_row) do update set
        audit = excluded.audit, begun_at = excluded.begun_at, ended_at = null,
        transaction_id = excluded.transaction_id, global_index = excluded.global_index,
        parked = excluded.parked, walked_transaction_id = '0', walked_global_index = 0,
        records = 0, events = 0, differences = 0
      """;

  private static final String KEEP =
      """
      update store_audit set ended_at = ?, walked_transaction_id = ?::xid8,
        walked_global_index = ?, records = ?, events = ?, differences = ?
      """;

  private static final String PLACE =
      """
      insert into store_audit_place (topic, partition, topic_id, next_offset, end_offset)
      values (?, ?, ?, ?, ?)
      on conflict (topic, partition) do update set topic_id = excluded.topic_id,
        next_offset = excluded.next_offset, end_offset = excluded.end_offset
      """;

  private final Connection connection;

  AuditTable(Connection connection) {
    this.connection = connection;
  }

  Optional<Round> read() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ);
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(round(row)) : Optional.empty();
    }
  }

  Round begin() throws SQLException {
    execute("delete from store_audit_place");
    SeenRows.forget(connection);
    execute(BEGIN);
    return read().orElseThrow();
  }

  /** What was begun is given up; the next one has its number. */
  void abandon() throws SQLException {
    execute("update store_audit set ended_at = 'epoch', audit = audit - 1");
  }

  void keep(Round round) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(KEEP)) {
      update.setObject(
          1, round.endedAt() == null ? null : round.endedAt().atOffset(ZoneOffset.UTC));
      update.setString(2, Long.toString(round.walked().transaction()));
      update.setLong(3, round.walked().index());
      update.setLong(4, round.records());
      update.setLong(5, round.events());
      update.setLong(6, round.differences());
      update.executeUpdate();
    }
  }

  List<Place> places() throws SQLException {
    var places = new ArrayList<Place>();
    String sql =
        """
        select topic, partition, topic_id, next_offset, end_offset
        from store_audit_place order by topic, partition""";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next())
        places.add(
            new Place(
                new TopicPartition(row.getString(1), row.getInt(2)),
                row.getString(3),
                row.getLong(4),
                row.getLong(5)));
    }
    return places;
  }

  void keep(Collection<Place> places) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(PLACE)) {
      for (Place place : places) {
        update.setString(1, place.partition().topic());
        update.setInt(2, place.partition().partition());
        update.setString(3, place.topicId());
        update.setLong(4, place.next());
        update.setLong(5, place.end());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void execute(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  private static Round round(ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Round(
        row.getLong("audit"),
        ended == null ? null : ended.toInstant(),
        new Position(row.getLong("transaction_id"), row.getLong("global_index")),
        List.of((String[]) row.getArray("parked").getArray()),
        new Position(row.getLong("walked_transaction_id"), row.getLong("walked_global_index")),
        row.getLong("records"),
        row.getLong("events"),
        row.getLong("differences"));
  }
}
