package baton.journal.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/**
 * One stretch of publishing, from the stored cursor until something fails: with one connection, one
 * producer, and nothing remembered from before.
 */
final class RelaySession {
  private static final Duration POLL_SHORTEST = Duration.ofMillis(4);

  private final Parts parts;
  private final EventRows reader;
  private final RelayCursor cursor;
  private final ParkingDesk desk;
  private final LogCheck log;
  private final Publisher publisher;
  private final Caution caution;
  private final PollPace pace;
  private final Watermark watermark = new Watermark();

  private Map<String, Uuid> topicIds;
  private HoldQueue hold;

  /** May run ahead of the cursor, which stays before the first held event. */
  private Position read;

  RelaySession(
      Parts parts,
      RelayDatabase store,
      RelayCursor cursor,
      LogCheck log,
      Publisher publisher,
      Caution caution) {
    this.parts = parts;
    this.reader = store.events();
    this.cursor = cursor;
    this.desk = new ParkingDesk(store.parked(), parts.parking());
    this.log = log;
    this.publisher = publisher;
    this.caution = caution;
    this.pace = new PollPace(POLL_SHORTEST, parts.settings().pollEvery());
  }

  /**
   * Publishes until told to stop.
   *
   * @throws SendFailed or SQLException to be tried again from the stored cursor
   * @throws RelayRefuses not to be tried again before someone has looked
   */
  void run() throws SQLException, SendFailed, RelayRefuses, InterruptedException {
    topicIds = log.topicIds(cursor.acked());
    if (log.hasLost(cursor.acked())) cursor.startOver();
    desk.refresh();
    startFromCursor();
    parts.beats().restart();
    while (!parts.signal().stopped()) {
      StoreBatch batch = cycle();
      beatIfDue(batch);
      if (batch.more()) continue;
      if (!batch.events().isEmpty()) pace.restart();
      if (parts.signal().await(pace.next())) pace.restart();
    }
  }

  private StoreBatch cycle() throws SQLException, SendFailed, InterruptedException {
    desk.refresh();
    retryOneParked();
    sampleIfDue();
    StoreBatch batch = reader.after(read, parts.settings().batchRecords());
    Acked acked = publish(inStreamOrder(batch.events()));
    if (!batch.events().isEmpty()) read = batch.events().getLast().place().position();
    cursor.move(hold.first().map(Position::before).orElse(read), acked, topicIds);
    long firstHeld = hold.first().map(Position::transaction).orElse(Long.MAX_VALUE);
    watermark.published(batch.finishedBelow(), firstHeld);
    parts.state().set(RelayState.publishing(hold.size(), watermark.reached()));
    return batch;
  }

  private void sampleIfDue() throws SQLException {
    if (watermark.isPending()
        || !parts.beats().sampleDue(parts.system().nanos(), watermark.reached())) return;
    Instant before = parts.clock().instant();
    watermark.sample(before, reader.nextTransaction());
  }

  /** Without those that must wait; with those that waited for one of these. */
  private List<StoredEvent> inStreamOrder(List<StoredEvent> events) throws SQLException {
    Map<Position, StoredEvent> known = new HashMap<>();
    List<Place> order = new ArrayList<>(events.size());
    for (StoredEvent event : events) {
      known.put(event.place().position(), event);
      order.addAll(hold.offer(event.place()));
    }
    List<Place> heldBefore =
        order.stream().filter(place -> !known.containsKey(place.position())).toList();
    if (!heldBefore.isEmpty())
      for (StoredEvent event : reader.at(heldBefore)) known.put(event.place().position(), event);
    return order.stream().map(place -> known.get(place.position())).toList();
  }

  private Acked publish(List<StoredEvent> events)
      throws SQLException, SendFailed, InterruptedException {
    List<StoredEvent> due = events.stream().filter(event -> !desk.skips(event)).toList();
    for (StoredEvent event : due) if (event.fault() != null) throw parked(event, event.fault());
    Acked acked = new Acked();
    try {
      for (List<StoredEvent> batch : caution.batches(due)) acked.add(publisher.publish(batch));
    } catch (RefusedBatch refused) {
      due.forEach(event -> caution.upTo(event.place().position()));
      throw new SendFailed("a batch was refused, its events are sent one by one", refused);
    } catch (Unpublishable refused) {
      throw parked(refused.event(), refused.getMessage());
    }
    parts.metrics().published(due.size());
    return acked;
  }

  /** Starting again from the cursor is what puts the rest of the batch in order. */
  private SendFailed parked(StoredEvent event, String why) throws SQLException {
    desk.park(event, cursor.position(), why);
    return new SendFailed("event " + event.id() + " is parked", null);
  }

  /**
   * Publishes what was skipped of one key, in stream order, and then takes everything after the
   * cursor again. The cursor has never passed an event that waits for its predecessor, so what is
   * before it is complete in itself.
   */
  private void retryOneParked() throws SQLException, SendFailed, InterruptedException {
    ParkedKey key = desk.retried().orElse(null);
    if (key == null) return;
    startFromCursor();
    HoldQueue own = new HoldQueue();
    Map<Position, StoredEvent> known = new HashMap<>();
    Acked acked = new Acked();
    for (StoredEvent event : reader.ofKey(key.key(), key.after(), cursor.position())) {
      known.put(event.place().position(), event);
      for (Place place : own.offer(event.place()))
        acked.add(publishAlone(known.remove(place.position())));
    }
    cursor.move(cursor.position(), acked, topicIds);
    desk.released(key);
  }

  private Acked publishAlone(StoredEvent event)
      throws SQLException, SendFailed, InterruptedException {
    if (event.fault() != null) throw parked(event, event.fault());
    try {
      return publisher.publish(List.of(event));
    } catch (RefusedBatch impossible) {
      throw new IllegalStateException("a batch of one", impossible);
    } catch (Unpublishable refused) {
      throw parked(event, refused.getMessage());
    }
  }

  private void startFromCursor() {
    read = cursor.position();
    hold = new HoldQueue();
  }

  private void beatIfDue(StoreBatch batch)
      throws SQLException, SendFailed, RelayRefuses, InterruptedException {
    Instant reached = watermark.reached();
    if (!parts.beats().due(parts.system().nanos(), reached)) return;
    topicIds = log.topicIds(cursor.acked());
    desk.announce();
    publisher.beat(
        new Heartbeat(
            parts.settings().source(),
            parts.settings().instance(),
            parts.system().now(),
            cursor.position(),
            reached,
            batch.drains() && hold.size() == 0));
    parts.beats().sent(parts.system().nanos(), reached);
    watermark.pending().ifPresent(parts.beats()::want);
  }
}
