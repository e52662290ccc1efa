package baton.journal.store;

import baton.contract.EarlierVersions;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

  private final Transactions transactions;
  private final Appender appender;
  private final Timer appends;
  private final DistributionSummary batches;

  public EventStoreEngine(JournalParts parts) {
    this(parts, EarlierVersions.OF_CONTRACT);
  }

  EventStoreEngine(JournalParts parts, EarlierVersions earlier) {
    super(configuration(parts.transactions(), new EventSerializer(earlier)));
    this.transactions = parts.transactions();
    this.appender = new Appender(parts);
    this.appends = parts.meters().timer("baton.journal.append");
    this.batches = parts.meters().summary("baton.journal.append.events");
  }

  private static Builder configuration(Transactions transactions, EventSerializer serializer) {
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
    appends.record(() -> transactions.inTransaction(() -> append(events)));
    batches.record(events.size());
  }

  private Void append(List<Append> events) {
    try {
      appender.append(events);
      return null;
    } catch (SQLException failure) {
      throw translated(failure, events.getFirst());
    }
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
