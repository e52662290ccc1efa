package baton.journal.relay;

import baton.simulation.Bug;
import baton.simulation.Row;
import baton.simulation.Store;
import baton.simulation.World;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The event store as one statement of the relay sees it. */
final class SimulatedEventRows implements EventRows {
  private final World world;
  private final RelayTables tables;
  private final RelaySessionPort session;
  private final Store store;

  SimulatedEventRows(World world, RelayTables tables, RelaySessionPort session) {
    this.world = world;
    this.tables = tables;
    this.session = session;
    this.store = session.store();
  }

  @Override
  public StoreBatch after(Position position, int limit) throws SQLException {
    return session.statement("read events", () -> batch(position, limit));
  }

  private StoreBatch batch(Position position, int limit) {
    boolean dirty = world.bug() == Bug.RELAY_READS_WHAT_IS_NOT_COMMITTED;
    boolean beyondHorizon = dirty || world.bug() == Bug.RELAY_READS_PAST_THE_HORIZON;
    long xmin = beyondHorizon ? Long.MAX_VALUE : store.xmin();
    var rows = dirty ? store.dirtyRows() : store.rows();
    List<StoredEvent> events = new ArrayList<>();
    for (Row row : rows.tailMap(position, false).values()) {
      if (row.position().transaction() >= xmin || events.size() == limit) break;
      events.add(event(row));
    }
    boolean beyond = !store.rows().isEmpty() && store.rows().lastKey().transaction() >= xmin;
    if (!events.isEmpty()) tables.lastRead = events.getLast().place().position();
    return new StoreBatch(xmin, beyond, events.size() == limit, events);
  }

  @Override
  public long nextTransaction() throws SQLException {
    // One that was taken before the time was read: see RelayRig.clock.
    if (world.bug() == Bug.WATERMARK_SAMPLED_AFTER_THE_ID)
      return session.statement("sample", () -> RelayRig.idTakenEarly);
    return session.statement("take an id for the watermark", store::takeXid);
  }

  @Override
  public List<StoredEvent> at(List<Place> places) throws SQLException {
    return session.statement(
        "read held events",
        () -> places.stream().map(place -> event(store.rows().get(place.position()))).toList());
  }

  @Override
  public List<StoredEvent> ofKey(String key, Position after, Position upTo) throws SQLException {
    return session.statement(
        "read parked events",
        () ->
            store.rows().subMap(after, false, upTo, true).values().stream()
                .filter(row -> row.key().equals(key))
                .map(this::event)
                .toList());
  }

  private StoredEvent event(Row row) {
    Row before = store.row(row.stream(), row.sequence() - 1);
    var place =
        new Place(
            row.position(),
            before == null ? null : before.position(),
            row.stream(),
            row.sequence());
    return new StoredEvent(place, row.envelope().id(), row.envelope().type(), row.envelope(), null);
  }
}
