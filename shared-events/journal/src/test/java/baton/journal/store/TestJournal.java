package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.EarlierVersions;
import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.journal.TestDatabases;
import baton.journal.clock.BusinessClock;
import baton.journal.seal.Keyring;
import baton.journal.seal.PostgresKeyring;
import baton.journal.seal.Sealer;
import baton.journal.seal.TestKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** A journal of its own on a real database, with a clock that the test sets. */
final class TestJournal {
  static final Instant START = Instant.parse("2026-11-21T19:09:00.123456Z");

  final AtomicReference<Instant> now = new AtomicReference<>(START);
  final BusinessClock clock = now::get;
  final List<AppendListener> listeners = new CopyOnWriteArrayList<>();
  final AtomicInteger wakes = new AtomicInteger();
  final CountedStatements statements = new CountedStatements();
  final DataSource store;
  final Keyring keyring;
  final Sealer sealer;
  final Transactions transactions;
  final AxonJournal axon;

  TestJournal() {
    this(EarlierVersions.OF_CONTRACT);
  }

  TestJournal(EarlierVersions earlier) {
    this(
        TestDatabases.migrated("store", "db/journal"),
        new PostgresKeyring(
            TestDatabases.migrated("keyring", "db/keyring"), TestKeys.keyEncryption()),
        earlier);
  }

  private TestJournal(DataSource store, Keyring keyring, EarlierVersions earlier) {
    this.store = store;
    this.keyring = keyring;
    this.sealer = new Sealer(keyring);
    this.transactions = new Transactions(statements.counting(store));
    var parts =
        new JournalParts(
            "/intake-service",
            transactions,
            clock,
            keyring,
            List.of((events, tx) -> listeners.forEach(l -> l.appended(events, tx))),
            wakes::incrementAndGet,
            new SimpleMeterRegistry());
    this.axon =
        AxonJournal.builder(transactions, new EventStoreEngine(parts, earlier))
            .aggregates(TestReferral.class, TestRegister.class)
            .resource(BusinessClock.class, clock)
            .start();
  }

  /** Another process of the same service: it shares the databases and no lock in memory. */
  TestJournal another() {
    return new TestJournal(store, keyring, EarlierVersions.OF_CONTRACT);
  }

  CommandGateway gateway() {
    return axon.gateway();
  }

  <R> R send(Object command) {
    return gateway().sendAndWait(command);
  }

  /** The stored events of a stream, read as Axon reads them. */
  List<BatonEvent> events(ReferralId stream) {
    return axon.eventStore()
        .readEvents(stream.toString())
        .asStream()
        .<BatonEvent>map(message -> (BatonEvent) message.getPayload())
        .toList();
  }

  EventId id(ReferralId stream, long sequence) {
    return EventId.of(
        axon.eventStore().readEvents(stream.toString(), sequence).next().getIdentifier());
  }

  String meta(String stream) {
    return rows("select meta_data from event_entry where aggregate_identifier = '" + stream + "'")
        .getFirst()
        .get("meta_data");
  }

  /** Rows as texts, by column; for looking at what is really stored. */
  List<Map<String, String>> rows(String sql) {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      var all = new ArrayList<Map<String, String>>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 1; i <= columns; i++)
          row.put(rows.getMetaData().getColumnLabel(i), rows.getString(i));
        all.add(row);
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
