package baton.journal.recovery;

import static org.awaitility.Awaitility.await;

import baton.contract.Actor;
import baton.contract.EventId;
import baton.contract.EventTypes;
import baton.contract.ReferralId;
import baton.contract.intake.ReceiptRepeated;
import baton.journal.TestDatabases;
import baton.journal.clock.BusinessClock;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.envelope.Times;
import baton.journal.reader.LogHandler;
import baton.journal.reader.LogReader;
import baton.journal.reader.LogRecord;
import baton.journal.reader.ReaderConfig;
import baton.journal.relay.Relay;
import baton.journal.relay.RelayParking;
import baton.journal.relay.RelaySettings;
import baton.journal.store.AppendListener;
import baton.journal.store.AxonJournal;
import baton.journal.store.EventStoreEngine;
import baton.journal.store.JournalParts;
import baton.journal.store.ReturnedEvents;
import baton.journal.store.Transactions;
import baton.testing.RealParts;
import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.postgresql.ds.PGSimpleDataSource;

/** A service with a real store, relay and reader, whose database can be copied and put back. */
final class RecoveryBed {
  static final String SOURCE = "/intake-service";
  private static final String KAFKA = RealParts.get().kafka();
  private static final Map<String, Object> CONNECTION = Map.of("bootstrap.servers", KAFKA);
  private static final Duration SOON = Duration.ofSeconds(60);

  private final PGSimpleDataSource store;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private RecoveryBed(PGSimpleDataSource store) {
    this.store = store;
  }

  /** With an empty store, on an empty log. */
  static RecoveryBed fresh() {
    RealParts.get().freshTopics(3);
    return new RecoveryBed((PGSimpleDataSource) TestDatabases.migrated("recovery", "db/journal"));
  }

  /** The same service on the store as it is now: a backup. */
  RecoveryBed copy() throws SQLException {
    var copy = RealParts.get().freshDatabase("copy");
    String from = store.getDatabaseName();
    try (Connection server = RealParts.get().postgres().connect("postgres");
        Statement statement = server.createStatement()) {
      statement.execute("drop database " + copy.name());
      statement.execute("create database " + copy.name() + " template " + from);
    }
    var source = new PGSimpleDataSource();
    source.setUrl(copy.url());
    source.setUser(store.getUser());
    source.setPassword(store.getPassword());
    return new RecoveryBed(source);
  }

  static Envelope event(ReferralId referral, long sequence) {
    return event(referral, sequence, "R-" + sequence);
  }

  /**
   * @param reference as long as the event is to be
   */
  static Envelope event(ReferralId referral, long sequence, String reference) {
    String now = Times.text(Instant.now());
    return new Envelope(
        UuidCreator.getTimeOrderedEpochPlus1().toString(),
        SOURCE,
        EventTypes.nameOf(ReceiptRepeated.class),
        referral.toString(),
        referral.toString(),
        sequence,
        now,
        now,
        Actor.system("intake-service").toString(),
        "baton",
        null,
        null,
        Envelope.DEFAULT_MARKING,
        false,
        null,
        new EventCodec().data(new ReceiptRepeated(referral, reference, null)));
  }

  /** Committed, not yet published. */
  void commit(Envelope... events) throws SQLException {
    String sql =
        """
        insert into event_entry (event_identifier, aggregate_identifier, sequence_number, type,
          time_stamp, payload_type, payload, meta_data) values (?, ?, ?, 'Receipt', ?, ?, ?, ?)\
        """;
    try (Connection connection = store.getConnection();
        var insert = connection.prepareStatement(sql)) {
      for (Envelope event : events) {
        insert.setString(1, event.id());
        insert.setString(2, event.subject());
        insert.setLong(3, event.streamSequence());
        insert.setString(4, event.recordedTime());
        insert.setString(5, event.type());
        insert.setString(6, event.data());
        insert.setString(7, event.metaData());
        insert.executeUpdate();
      }
    }
  }

  /** Publishes everything and reads everything. */
  void run() {
    var transactions = new Transactions(store);
    var engine =
        new EventStoreEngine(
            new JournalParts(SOURCE, transactions, now(), null, List.of(), () -> {}, meters));
    var journal = AxonJournal.builder(transactions, engine).start();
    var settings = RelaySettings.of(SOURCE, "one", Map.of("bootstrap.servers", KAFKA));
    try (var relay = new Relay(settings, store, store, now(), new NoParking(), meters);
        var reader =
            new LogReader(
                ReaderConfig.of(SOURCE, KAFKA),
                transactions,
                journal,
                new EventCodec(),
                new Deaf(),
                meters)) {
      relay.start();
      await("published").atMost(SOON).until(() -> relay.progress().idle());
      reader.start();
      await("read").atMost(SOON).until(() -> reader.progress().idle());
    } finally {
      journal.shutdown();
    }
  }

  private static BusinessClock now() {
    return () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  List<Situation> look() throws Exception {
    return asked((admin, connection) -> StartCheck.look(admin, CONNECTION, connection, SOURCE));
  }

  /** What is left after what is lacking was brought back. */
  List<Situation> bringBack(AppendListener... listeners) throws Exception {
    var returned = new ReturnedEvents(new Transactions(store), List.of(listeners));
    return asked(
        (admin, connection) ->
            StartCheck.bringBack(admin, CONNECTION, connection, SOURCE, returned::keep));
  }

  void belongsTo(String cluster) throws SQLException {
    try (Connection connection = store.getConnection()) {
      StartCheck.keep(connection, new LogView(cluster, Map.of(), Map.of(), Map.of()));
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Every event as its row gives it, in the order of streams. */
  List<String> events() throws SQLException {
    var events = new ArrayList<String>();
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select payload_type, aggregate_identifier, sequence_number, event_identifier,
                       meta_data, payload, type, time_stamp
                  from event_entry order by aggregate_identifier, sequence_number\
                """)) {
      while (row.next()) {
        var event =
            Envelope.ofRow(
                SOURCE,
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
        events.add(row.getString(7) + row.getString(8) + new String(event.bytes()));
      }
    }
    return events;
  }

  String one(String query) throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private interface Asked<T> {
    T of(Admin admin, Connection connection)
        throws ExecutionException, InterruptedException, SQLException;
  }

  private <T> T asked(Asked<T> question) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA));
        Connection connection = store.getConnection()) {
      return question.of(admin, connection);
    }
  }

  private static final class NoParking implements RelayParking {
    @Override
    public void parked(ReferralId referral, EventId event, String type) {}

    @Override
    public void released(ReferralId referral, EventId event) {}
  }

  private static final class Deaf implements LogHandler {
    @Override
    public void handle(List<LogRecord> records) {}
  }
}
