package baton.journal.audit;

import baton.journal.envelope.Envelope;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.relay.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The event store as the audit reads it. */
final class StoreRows {
  private static final String BY_ID =
      """
      select transaction_id, global_index, event_identifier, aggregate_identifier, sequence_number,
             payload_type, payload, meta_data
      from event_entry where event_identifier = any (?)
      """;

  /** Without the payload, of which only the log's side needs to see the bytes. */
  private static final String AFTER =
      """
      select transaction_id, global_index, event_identifier, aggregate_identifier, sequence_number,
             coalesce(meta_data::jsonb ->> 'referral', aggregate_identifier) as record_key
      from event_entry
      where (transaction_id, global_index) > (?::xid8, ?)
        and (transaction_id, global_index) <= (?::xid8, ?)
      order by transaction_id, global_index limit ?
      """;

  private final Connection connection;
  private final String source;

  StoreRows(Connection connection, String source) {
    this.connection = connection;
    this.source = source;
  }

  /** By event id, with their bytes. */
  Map<String, StoreRow> of(Collection<String> ids) throws SQLException {
    var rows = new HashMap<String, StoreRow>();
    if (ids.isEmpty()) return rows;
    try (PreparedStatement select = connection.prepareStatement(BY_ID)) {
      select.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) rows.put(row.getString(3), row(row, null, bytes(row)));
      }
    }
    return rows;
  }

  /** The next rows in the order of publishing, without their bytes. */
  List<StoreRow> between(Position after, Position upTo, int limit) throws SQLException {
    var rows = new ArrayList<StoreRow>();
    try (PreparedStatement select = connection.prepareStatement(AFTER)) {
      select.setString(1, Long.toString(after.transaction()));
      select.setLong(2, after.index());
      select.setString(3, Long.toString(upTo.transaction()));
      select.setLong(4, upTo.index());
      select.setInt(5, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) rows.add(row(row, row.getString(6), null));
      }
    }
    return rows;
  }

  private static StoreRow row(ResultSet row, String key, byte[] bytes) throws SQLException {
    var position = new Position(row.getLong(1), row.getLong(2));
    return new StoreRow(position, row.getString(3), row.getString(4), row.getLong(5), key, bytes);
  }

  private byte[] bytes(ResultSet row) throws SQLException {
    try {
      return Envelope.ofRow(
              source,
              row.getString(6),
              row.getString(4),
              row.getLong(5),
              row.getString(3),
              row.getString(8),
              row.getString(7))
          .bytes();
    } catch (UnreadableEvent damaged) {
      return null;
    }
  }
}
