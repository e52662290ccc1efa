package baton.journal.audit;

import static baton.testing.Patience.await;

import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.ReferralId;
import baton.contract.allocation.CaseOpened;
import baton.contract.journal.AuditEvent;
import baton.journal.TestDatabases;
import baton.journal.envelope.Topics;
import baton.journal.relay.Relay;
import baton.journal.relay.RelayParking;
import baton.journal.relay.RelaySettings;
import baton.journal.seal.PostgresKeyring;
import baton.journal.seal.TestKeys;
import baton.journal.store.AxonJournal;
import baton.journal.store.EventStoreEngine;
import baton.journal.store.JournalParts;
import baton.journal.store.Transactions;
import baton.parts.LogTopics;
import baton.testing.RealParts;
import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** A service that stores, publishes and audits, on a database of its own and the shared log. */
final class AuditedService implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration IN_HASTE = Duration.ofMillis(2);

  private static final Map<String, Object> KAFKA =
      Map.of("bootstrap.servers", RealParts.get().kafka());

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final String source = "/audit-test-" + UUID.randomUUID();
  private final DataSource database = TestDatabases.migrated("audit", "db/journal");
  private final Transactions transactions = new Transactions(database);
  private final AxonJournal journal;
  private Relay relay;
  private StoreAudit audit;

  AuditedService() {
    LogTopics.create(RealParts.get().kafka(), 12, 1);
    var keyring =
        new PostgresKeyring(
            TestDatabases.migrated("keyring", "db/keyring"), TestKeys.keyEncryption());
    journal =
        AxonJournal.builder(
                transactions,
                new EventStoreEngine(
                    new JournalParts(
                        source,
                        transactions,
                        AuditedService::now,
                        keyring,
                        List.of(),
                        () -> {},
                        meters)))
            .start();
    publish();
  }

  /** Events of one referral's stream. */
  ReferralId stores(int events) {
    var referral = new ReferralId(UuidCreator.getTimeOrderedEpoch());
    stores(referral, 0, events);
    return referral;
  }

  /** More of the same stream. */
  void stores(ReferralId referral, int from, int events) {
    transactions.inTransaction(
        () -> {
          EventStore store = journal.eventStore();
          for (long i = from; i < from + events; i++)
            store.publish(
                new GenericDomainEventMessage<>(
                    "Case", referral.toString(), i, new CaseOpened(referral), Map.of()));
          return null;
        });
  }

  /** The log as its audit reads it. */
  AuditedLog log() {
    return new AuditedLog(KAFKA, Topics.OF_EVENTS);
  }

  void publish() {
    relay =
        new Relay(
            RelaySettings.of(source, "one", KAFKA),
            database,
            database,
            AuditedService::now,
            new NoParking(),
            meters);
    relay.start();
  }

  void stopPublishing() {
    relay.close();
  }

  void awaitPublished() {
    await().atMost(SOON).until(() -> relay.progress().idle());
  }

  /** The relay believes that everything is on the log. */
  void pretendPublished() {
    execute(
        """
        update relay_cursor c set transaction_id = e.transaction_id, global_index = e.global_index
        from (select * from event_entry order by transaction_id desc, global_index desc limit 1) e
        """);
  }

  /** Audits until one more is finished. */
  void audits(int recordsPerSecond) {
    long before = finished();
    start(recordsPerSecond);
    await().atMost(SOON).until(() -> finished() > before);
    stopAuditing();
  }

  /**
   * Audits until one more is finished, and waits for nothing.
   *
   * @return how long it would have rested, rest by rest
   */
  List<Duration> auditsInHaste(int recordsPerSecond) {
    var rests = new CopyOnWriteArrayList<Duration>();
    long before = finished();
    start(
        recordsPerSecond,
        rest -> {
          rests.add(rest);
          return IN_HASTE;
        });
    await().atMost(SOON).until(() -> finished() > before);
    stopAuditing();
    return rests;
  }

  void start(int recordsPerSecond) {
    start(recordsPerSecond, UnaryOperator.identity());
  }

  private void start(int recordsPerSecond, UnaryOperator<Duration> rests) {
    audit =
        new StoreAudit(
            AuditSettings.of(source, KAFKA, Duration.ZERO, Duration.ZERO, recordsPerSecond),
            transactions,
            journal,
            () -> true,
            meters,
            rests);
    audit.start();
  }

  void stopAuditing() {
    audit.close();
  }

  private long finished() {
    return recorded().stream()
        .filter(event -> EventTypes.nameOf(event.getClass()).contains("audited"))
        .count();
  }

  /** What the audits told the register. */
  List<AuditEvent> recorded() {
    return journal
        .eventStore()
        .readEvents("store-audit-" + source.substring(1))
        .asStream()
        .map(message -> (AuditEvent) (BatonEvent) message.getPayload())
        .toList();
  }

  EventId event(ReferralId stream, long sequence) {
    return EventId.of(
        journal.eventStore().readEvents(stream.toString(), sequence).next().getIdentifier());
  }

  void execute(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  List<Long> numbers(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var numbers = new ArrayList<Long>();
      while (rows.next()) numbers.add(rows.getLong(1));
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    relay.close();
    journal.shutdown();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static final class NoParking implements RelayParking {
    @Override
    public void parked(ReferralId referral, EventId event, String type) {
      throw new AssertionError("nothing is refused here");
    }

    @Override
    public void released(ReferralId referral, EventId event) {
      throw new AssertionError("nothing is refused here");
    }
  }
}
