package baton.journal.relay;

import baton.journal.envelope.Envelope;
import baton.journal.envelope.UnreadableEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the event store in the order of positions, as the relay's own statements. */
final class StoreReader implements EventRows {
  /** A batch is cut here: a run of the largest events must not exhaust a small heap. */
  private static final int BATCH_BYTES = 8 * 1024 * 1024;

  private static final String COLUMNS =
      """
      e.transaction_id, e.global_index, e.event_identifier, e.aggregate_identifier,
      e.sequence_number, e.payload_type, e.payload, e.meta_data\
      """;

  private static final String PREDECESSOR =
      """
      left join event_entry p on p.aggregate_identifier = e.aggregate_identifier
        and p.sequence_number = e.sequence_number - 1\
      """;

  /**
   * One statement, so one snapshot: the horizon, the events below it and their predecessors agree.
   * Only what is below the oldest running transaction is taken: a transaction with an earlier id
   * than one already read could else commit behind the cursor.
   */
  private static final String AFTER =
      """
      with horizon as materialized (
        select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
      select h.xmin, e.found,
             exists (select from event_entry later where later.transaction_id >= h.xmin) as beyond,
             %s, p.transaction_id as p_transaction, p.global_index as p_index
      from horizon h
      left join lateral (
        select page.*, count(*) over () as found,
               sum(octet_length(page.payload)) over (
                 order by page.transaction_id, page.global_index) as bytes
        from (select * from event_entry
              where (transaction_id, global_index) > (?::xid8, ?) and transaction_id < h.xmin
              order by transaction_id, global_index limit ?) page
      ) e on e.bytes - octet_length(e.payload) < ?
      %s
      order by e.transaction_id, e.global_index
      """
          .formatted(COLUMNS, PREDECESSOR);

  private static final String AT =
      """
      select %s, p.transaction_id as p_transaction, p.global_index as p_index
      from unnest(?::text[], ?::bigint[]) as wanted (transaction_id, global_index)
      join event_entry e
        on e.transaction_id = wanted.transaction_id::xid8 and e.global_index = wanted.global_index
      %s
      """
          .formatted(COLUMNS, PREDECESSOR);

  private static final String OF_KEY =
      """
      select %s, p.transaction_id as p_transaction, p.global_index as p_index
      from event_entry e %s
      where (e.transaction_id, e.global_index) > (?::xid8, ?)
        and (e.transaction_id, e.global_index) <= (?::xid8, ?)
        and (e.aggregate_identifier = ? or e.meta_data::jsonb ->> 'referral' = ?)
      order by e.transaction_id, e.global_index
      """
          .formatted(COLUMNS, PREDECESSOR);

  private final Connection connection;
  private final String source;

  StoreReader(Connection connection, String source) {
    this.connection = connection;
    this.source = source;
  }

  @Override
  public StoreBatch after(Position position, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(AFTER)) {
      select.setString(1, Long.toString(position.transaction()));
      select.setLong(2, position.index());
      select.setInt(3, limit);
      select.setInt(4, BATCH_BYTES);
      try (ResultSet rows = select.executeQuery()) {
        return batch(rows, limit);
      }
    }
  }

  /** Costs a commit that waits for no disk. */
  @Override
  public long nextTransaction() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select pg_current_xact_id()");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public List<StoredEvent> at(List<Place> places) throws SQLException {
    List<Position> positions = places.stream().map(Place::position).toList();
    try (PreparedStatement select = connection.prepareStatement(AT)) {
      select.setArray(
          1,
          connection.createArrayOf(
              "text", positions.stream().map(p -> Long.toString(p.transaction())).toArray()));
      select.setArray(
          2, connection.createArrayOf("int8", positions.stream().map(Position::index).toArray()));
      return events(select);
    }
  }

  @Override
  public List<StoredEvent> ofKey(String key, Position after, Position upTo) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OF_KEY)) {
      select.setString(1, Long.toString(after.transaction()));
      select.setLong(2, after.index());
      select.setString(3, Long.toString(upTo.transaction()));
      select.setLong(4, upTo.index());
      select.setString(5, key);
      select.setString(6, key);
      return events(select).stream().filter(event -> event.key().equals(key)).toList();
    }
  }

  private StoreBatch batch(ResultSet rows, int limit) throws SQLException {
    rows.next();
    long xmin = rows.getLong("xmin");
    boolean beyond = rows.getBoolean("beyond");
    long found = rows.getLong("found");
    List<StoredEvent> events = new ArrayList<>();
    if (found > 0) {
      do events.add(event(rows));
      while (rows.next());
    }
    boolean more = found == limit || events.size() < found;
    return new StoreBatch(xmin, beyond, more, events);
  }

  private List<StoredEvent> events(PreparedStatement select) throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) events.add(event(rows));
    }
    return events;
  }

  private StoredEvent event(ResultSet row) throws SQLException {
    String stream = row.getString("aggregate_identifier");
    long sequence = row.getLong("sequence_number");
    String id = row.getString("event_identifier");
    String type = row.getString("payload_type");
    Position position = new Position(row.getLong("transaction_id"), row.getLong("global_index"));
    long predecessorIndex = row.getLong("p_index");
    Position predecessor =
        row.wasNull() ? null : new Position(row.getLong("p_transaction"), predecessorIndex);
    Place place = new Place(position, predecessor, stream, sequence);
    try {
      Envelope envelope =
          Envelope.ofRow(
              source,
              type,
              stream,
              sequence,
              id,
              row.getString("meta_data"),
              row.getString("payload"));
      String fault =
          place.lacksPredecessor() ? "the store lacks the event before it in its stream" : null;
      return new StoredEvent(place, id, type, envelope, fault);
    } catch (UnreadableEvent e) {
      return new StoredEvent(place, id, type, null, e.getMessage());
    }
  }
}
