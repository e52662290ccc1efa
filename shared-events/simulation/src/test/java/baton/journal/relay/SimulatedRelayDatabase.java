package baton.journal.relay;

import baton.simulation.Actor;
import baton.simulation.Bug;
import baton.simulation.Service;
import baton.simulation.World;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** A relay's session with a simulated store. */
final class SimulatedRelayDatabase implements RelayDatabase, CursorRow, ParkedKeys {
  private final World world;
  private final Service service;
  private final RelayTables tables;
  private final RelaySessionPort session;

  SimulatedRelayDatabase(World world, Service service, Actor actor) {
    this.world = world;
    this.service = service;
    this.tables = service.relayTables();
    this.session = new RelaySessionPort(service.store(), actor);
  }

  @Override
  public boolean ownsStore() throws SQLException {
    return session.statement("ask for the relay's lock", () -> service.store().ownRelay(session));
  }

  @Override
  public void verify(Position cursor) throws SQLException {
    session.statement("verify the store", () -> true);
  }

  @Override
  public EventRows events() {
    return new SimulatedEventRows(world, tables, session);
  }

  @Override
  public CursorRow cursor() {
    return this;
  }

  @Override
  public ParkedKeys parked() {
    return this;
  }

  @Override
  public Position read() throws SQLException {
    boolean forgetful = world.bug() == Bug.RESTART_FROM_MEMORY;
    return session.statement("read the cursor", () -> forgetful ? tables.lastRead : tables.cursor);
  }

  @Override
  public boolean move(
      Position from, Position to, Map<TopicPartition, Long> acked, Map<String, Uuid> topicIds)
      throws SQLException {
    return session.statement(
        "move the cursor", () -> moved(from, destination(to), acked, topicIds));
  }

  private Position destination(Position to) {
    return world.bug() == Bug.CURSOR_PAST_A_HELD_EVENT ? tables.lastRead : to;
  }

  private boolean moved(
      Position from, Position to, Map<TopicPartition, Long> acked, Map<String, Uuid> topicIds) {
    boolean fenced =
        world.bug() != Bug.CURSOR_PAST_A_HELD_EVENT && world.bug() != Bug.RESTART_FROM_MEMORY;
    if (fenced && !tables.cursor.equals(from)) return false;
    tables.cursor = to;
    acked.forEach(
        (partition, offset) ->
            tables.acked.merge(
                partition.toString(),
                new RelayCursor.Remembered(
                    partition.topic(),
                    topicIds.get(partition.topic()).toString(),
                    partition.partition(),
                    offset),
                (a, b) -> a.offset() > b.offset() ? a : b));
    world.invariants().cursorMoved(service, to);
    return true;
  }

  @Override
  public List<RelayCursor.Remembered> acked() throws SQLException {
    return session.statement(
        "read what was acknowledged", () -> List.copyOf(tables.acked.values()));
  }

  @Override
  public void startOver() throws SQLException {
    session.statement(
        "start over",
        () -> {
          tables.cursor = Position.START;
          tables.acked.clear();
          return true;
        });
  }

  @Override
  public Map<String, ParkedKey> all() throws SQLException {
    return session.statement("read what is parked", () -> new LinkedHashMap<>(tables.parked));
  }

  @Override
  public void park(StoredEvent event, Position after, String refusal) throws SQLException {
    session.statement(
        "park " + event.id(),
        () -> {
          world.invariants().parked(event.key());
          ParkedKey known = tables.parked.get(event.key());
          boolean mute = event.tellsOfParking() || known != null && known.mute();
          return tables.parked.put(
              event.key(),
              known == null
                  ? RelayRig.parkedKey(event, after, refusal, world.time().now())
                  : RelayTables.with(known, known.announced(), mute, false));
        });
  }

  @Override
  public void announced(String key) throws SQLException {
    session.statement(
        "note that parking was told",
        () ->
            tables.parked.computeIfPresent(
                key, (k, row) -> RelayTables.with(row, true, row.mute(), row.retry())));
  }

  @Override
  public void forget(String key) throws SQLException {
    session.statement("forget what was parked", () -> tables.parked.remove(key));
  }

  @Override
  public boolean retry(String key) throws SQLException {
    return session.statement("ask for a retry", () -> tables.retry(key));
  }

  @Override
  public void close() {
    session.close();
  }
}
