package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.journal.envelope.Times;
import baton.journal.seal.DataKey;
import baton.journal.seal.Sealer;
import baton.journal.store.Append.Stored;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;

/**
 * Axon's event store on PostgreSQL. An append stamps its events with their recorded time, seals
 * their personal data, checks their size, inserts them in one batch, tells the read models and,
 * once committed, wakes the relay.
 *
 * <p>There are no snapshots: a referral's streams hold tens of events, and a snapshot would be one
 * more query for every aggregate that is loaded.
 */
public final class EventStoreEngine extends JdbcEventStorageEngine {
  /** A stream is read in one query up to this many events. */
  private static final int READ_BATCH = 1_000;

  private final JournalParts parts;
  private final Sealer sealer;
  private final Timer appends;
  private final DistributionSummary batches;

  public EventStoreEngine(JournalParts parts) {
    super(configuration(parts.transactions()));
    this.parts = parts;
    this.sealer = new Sealer(parts.keyring());
    this.appends = parts.meters().timer("baton.journal.append");
    this.batches = parts.meters().summary("baton.journal.append.events");
  }

  private static Builder configuration(Transactions transactions) {
    var serializer = new EventSerializer();
    return builder()
        .schema(columns())
        .dataType(String.class)
        .connectionProvider(transactions)
        .transactionManager(transactions)
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .batchSize(READ_BATCH)
        .persistenceExceptionResolver(Conflicts::isConflict);
  }

  /** Axon's own names run words together. */
  private static EventSchema columns() {
    return EventSchema.builder()
        .eventTable("event_entry")
        .globalIndexColumn("global_index")
        .eventIdentifierColumn("event_identifier")
        .aggregateIdentifierColumn("aggregate_identifier")
        .sequenceNumberColumn("sequence_number")
        .typeColumn("type")
        .timestampColumn("time_stamp")
        .payloadTypeColumn("payload_type")
        .payloadRevisionColumn("payload_revision")
        .payloadColumn("payload")
        .metaDataColumn("meta_data")
        .build();
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
    if (messages.isEmpty()) return;
    List<Append> events = messages.stream().map(Append::of).toList();
    appends.record(() -> parts.transactions().inTransaction(() -> append(events)));
    batches.record(events.size());
  }

  private Void append(List<Append> events) {
    Transactions transactions = parts.transactions();
    Connection connection = transactions.connection();
    List<Recorded<? extends BatonEvent>> recorded;
    try {
      List<Stored> stored = stored(connection, events);
      EventTable.insert(connection, stored);
      recorded = List.copyOf(stored.stream().map(Stored::recorded).toList());
    } catch (SQLException failure) {
      throw translated(failure, events.getFirst());
    }
    transactions.appended(recorded);
    for (AppendListener listener : parts.listeners()) listener.appended(recorded, connection);
    transactions.afterCommit(parts.wake());
    return null;
  }

  private List<Stored> stored(Connection connection, List<Append> events) throws SQLException {
    Map<UUID, Integer> widths = new HashMap<>();
    for (Append event : events) widths.merge(clockKey(event), 1, Integer::sum);
    // The order matters: the transaction's id first, the clock after it. See the relay's watermark.
    Map<UUID, String> keyIds = ReferralKeys.begin(connection, widths.keySet());
    Map<UUID, Instant> times = stamps(connection, widths);
    Map<UUID, DataKey> keys = keys(connection, events, keyIds);
    var stored = new ArrayList<Stored>(events.size());
    for (Append event : events) {
      UUID referral = clockKey(event);
      Instant time = times.get(referral);
      times.put(referral, time.plusNanos(1_000));
      stored.add(event.stored(parts, sealer, keys.get(referral), time));
    }
    return stored;
  }

  private Map<UUID, Instant> stamps(Connection connection, Map<UUID, Integer> widths)
      throws SQLException {
    Instant now = Times.truncated(parts.clock().instant());
    Witnessed witnessed = parts.transactions().witnessed();
    SortedMap<UUID, Instant> earliest = new TreeMap<>();
    for (UUID key : widths.keySet()) earliest.put(key, witnessed.after(key, now));
    int width = widths.values().stream().max(Integer::compare).orElseThrow();
    Map<UUID, Instant> stamps = ReferralClock.stamp(connection, earliest, width);
    witnessed.stamped(stamps.keySet());
    return stamps;
  }

  private Map<UUID, DataKey> keys(
      Connection connection, List<Append> events, Map<UUID, String> known) throws SQLException {
    Map<UUID, DataKey> keys = new HashMap<>();
    Map<UUID, String> added = new HashMap<>();
    Witnessed witnessed = parts.transactions().witnessed();
    for (Append event : events) {
      UUID referral = clockKey(event);
      if (!event.needsKey() || keys.containsKey(referral)) continue;
      String id = known.getOrDefault(referral, witnessed.key(referral));
      DataKey key = id == null ? parts.keyring().fresh() : parts.keyring().find(id);
      keys.put(referral, key);
      if (!known.containsKey(referral)) added.put(referral, key.id());
    }
    if (added.isEmpty()) return keys;
    ReferralKeys.keep(connection, added)
        .forEach(
            (referral, id) ->
                keys.computeIfPresent(
                    referral, (r, key) -> key.id().equals(id) ? key : parts.keyring().find(id)));
    return keys;
  }

  private static UUID clockKey(Append event) {
    return event.referral().map(ReferralId::value).orElse(ReferralClock.REGISTER);
  }

  private static RuntimeException translated(SQLException failure, Append first) {
    String stream = first.message().getAggregateIdentifier();
    return Conflicts.isConflict(failure)
        ? new ConcurrencyException("another writer was first in stream " + stream, failure)
        : new EventStoreException("cannot append to stream " + stream, failure);
  }

  /** None are kept: not asking saves a query for every aggregate that is loaded. */
  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return Stream.empty();
  }

  @Override
  @SuppressWarnings("unchecked")
  protected <T> T readPayload(ResultSet row, String column) throws SQLException {
    return (T) row.getString(column);
  }
}
