package baton.journal.reader;

import static baton.testing.Patience.await;

import baton.contract.ReferralId;
import baton.contract.intake.ReceiptRepeated;
import baton.journal.envelope.Attributes;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import baton.journal.seal.DataKey;
import baton.journal.seal.Keyring;
import baton.journal.store.AxonJournal;
import baton.journal.store.EventStoreEngine;
import baton.journal.store.JournalParts;
import baton.journal.store.Transactions;
import baton.parts.Database;
import baton.testing.RealParts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A reading service on a real database: each event of intake leads to a command, whose event names
 * it as its cause, and to a row in a table of its own.
 */
final class ReaderBed implements AutoCloseable {
  static final String SOURCE = "/risk-service";
  static final Duration SOON = Duration.ofSeconds(60);

  final TestLog log;
  final DataSource database = migrated();
  private final List<LogReader> readers = new ArrayList<>();

  ReaderBed(int partitions) {
    log = new TestLog(partitions);
    execute("create table seen (position bigint generated always as identity, event text)");
    execute("create table archived (topic_id text, part int, log_offset bigint, value bytea)");
  }

  /** An instance of the service: its own Axon, its own locks. */
  final class Instance {
    final Transactions transactions;
    final AxonJournal journal;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** Called before each record is handled; may throw. */
    Consumer<LogRecord> before = record -> {};

    /** What this instance was given, also by batches that were rolled back. */
    final List<LogRecord> handled = new CopyOnWriteArrayList<>();

    final List<LogRecord> retold = new CopyOnWriteArrayList<>();

    /** How many bytes were retold at once. */
    final List<Long> retoldBytes = new CopyOnWriteArrayList<>();

    EventCodec codec = new EventCodec();
    Map<String, Object> kafka = TestLog.KAFKA;
    int batch = ReaderConfig.BATCH_MAX;

    private Instance(DataSource dataSource) {
      transactions = new Transactions(dataSource);
      journal =
          AxonJournal.builder(
                  transactions,
                  new EventStoreEngine(
                      new JournalParts(
                          SOURCE,
                          transactions,
                          () -> Written.WHEN,
                          new NoKeys(),
                          List.of(),
                          () -> {},
                          meters)))
              .aggregates(TestAssessment.class)
              .start();
    }

    LogReader reader() {
      var config = new ReaderConfig(SOURCE, log.topics(), kafka, batch);
      var reader = new LogReader(config, transactions, journal, codec, handler(), meters);
      readers.add(reader);
      return reader;
    }

    LogReader started() {
      LogReader reader = reader();
      reader.start();
      return reader;
    }

    private LogHandler handler() {
      return new LogHandler() {
        @Override
        public void handle(List<LogRecord> records) {
          records.forEach(Instance.this::handle);
        }

        @Override
        public void retold(List<LogRecord> stories) {
          retold.addAll(stories);
          retoldBytes.add(stories.stream().mapToLong(record -> record.value().length).sum());
        }

        @Override
        public void received(List<LogRecord> records) {
          archive(records);
        }
      };
    }

    private void archive(List<LogRecord> records) {
      try (PreparedStatement statement =
          transactions.connection().prepareStatement("insert into archived values (?, ?, ?, ?)")) {
        for (LogRecord one : records) {
          statement.setString(1, one.topicId());
          statement.setInt(2, one.partition());
          statement.setLong(3, one.offset());
          statement.setBytes(4, one.value());
          statement.addBatch();
        }
        statement.executeBatch();
      } catch (SQLException e) {
        throw new IllegalStateException("cannot archive", e);
      }
    }

    private void handle(LogRecord record) {
      handled.add(record);
      before.accept(record);
      if (record.event().event() instanceof ReceiptRepeated && !record.own()) {
        ReferralId referral = record.event().referral();
        boolean first = record.event().streamSequence() == 0;
        send(
            first ? new TestAssessment.Open(referral) : new TestAssessment.Note(referral),
            record.envelope().id());
      }
      see(record.envelope().id());
    }

    void send(Object command, String cause) {
      journal
          .gateway()
          .sendAndWait(
              GenericCommandMessage.asCommandMessage(command)
                  .withMetaData(Map.of(Attributes.CAUSATION_ID, cause)));
    }

    private void see(String event) {
      try (PreparedStatement statement =
          transactions.connection().prepareStatement("insert into seen (event) values (?)")) {
        statement.setString(1, event);
        statement.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException("cannot note what was seen", e);
      }
    }
  }

  Instance instance() {
    return new Instance(database);
  }

  Instance instance(DataSource through) {
    return new Instance(through);
  }

  /** Waits until everything on the log was read. */
  static void awaitIdle(LogReader reader) {
    await().atMost(SOON).until(() -> reader.progress().idle());
  }

  /** Ids of the events seen, in order. */
  List<String> seen() {
    return texts("select event from seen order by position");
  }

  /** What caused the events of this service's stream of a referral, in order. */
  List<String> causes(ReferralId referral) {
    return texts(
        "select meta_data::json ->> 'causationid' from event_entry where aggregate_identifier = '"
            + referral
            + "' order by sequence_number");
  }

  /** Wire names of what this service stored about parking a referral. */
  List<String> parking(ReferralId referral) {
    return texts(
        "select payload_type from event_entry where aggregate_identifier = 'parking-"
            + referral
            + "' order by sequence_number");
  }

  static List<String> ids(List<Envelope> events) {
    return events.stream().map(Envelope::id).toList();
  }

  List<String> texts(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) texts.add(rows.getString(1));
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  void execute(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    readers.forEach(LogReader::stop);
    log.close();
  }

  private static DataSource migrated() {
    Database database = RealParts.get().freshDatabase("reader");
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.user());
    dataSource.setPassword(database.password());
    Flyway.configure().dataSource(dataSource).locations("classpath:db/journal").load().migrate();
    return dataSource;
  }

  /** Nothing is sealed here. */
  private static final class NoKeys implements Keyring {
    @Override
    public DataKey fresh() {
      throw new UnsupportedOperationException();
    }

    @Override
    public DataKey find(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String key) {
      throw new UnsupportedOperationException();
    }
  }
}
