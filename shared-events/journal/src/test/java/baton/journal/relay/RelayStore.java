package baton.journal.relay;

import baton.contract.EventTypes;
import baton.contract.intake.BatchReceived;
import baton.contract.intake.ReferralReceived;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.Times;
import baton.parts.Database;
import baton.testing.RealParts;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** An event store of its own, and hands that write to it as no service of ours would. */
final class RelayStore {
  private final Database database = RealParts.get().freshDatabase("relay");
  final String source = "/relay-test-" + UUID.randomUUID();

  RelayStore() {
    Flyway.configure()
        .dataSource(dataSource("migration"))
        .locations("classpath:db/journal")
        .load()
        .migrate();
  }

  DataSource dataSource(String application) {
    var plain = new PGSimpleDataSource();
    plain.setUrl(database.url());
    plain.setUser(database.user());
    plain.setPassword(database.password());
    plain.setApplicationName(application);
    return plain;
  }

  Connection connect() throws SQLException {
    return dataSource("test").getConnection();
  }

  /** A transaction that has not written anything yet. */
  Connection begin() throws SQLException {
    Connection connection = connect();
    connection.setAutoCommit(false);
    return connection;
  }

  /** The same, with its transaction id taken. */
  Connection beginEarly() throws SQLException {
    Connection connection = begin();
    takeId(connection);
    return connection;
  }

  static void takeId(Connection transaction) throws SQLException {
    try (Statement statement = transaction.createStatement()) {
      statement.execute("select pg_current_xact_id()");
    }
  }

  void append(Connection transaction, String referral, String stream, long sequence)
      throws SQLException {
    append(transaction, event(referral, stream, sequence, 20));
  }

  void append(Connection transaction, Envelope event) throws SQLException {
    String sql =
        """
        insert into event_entry (event_identifier, aggregate_identifier, sequence_number, type,
          time_stamp, payload_type, payload, meta_data) values (?, ?, ?, 'Test', ?, ?, ?, ?)""";
    try (PreparedStatement insert = transaction.prepareStatement(sql)) {
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

  /** Committed at once. */
  void append(String referral, String stream, long... sequences) throws SQLException {
    try (Connection connection = begin()) {
      for (long sequence : sequences) append(connection, referral, stream, sequence);
      connection.commit();
    }
  }

  Envelope event(String referral, String stream, long sequence, int size) {
    String now = Times.text(Instant.now());
    Class<?> type = referral == null ? BatchReceived.class : ReferralReceived.class;
    return event(EventTypes.nameOf(type), referral, stream, sequence, now, size);
  }

  Envelope event(
      String type, String referral, String stream, long sequence, String recorded, int size) {
    return new Envelope(
        newId(),
        source,
        type,
        stream,
        referral,
        sequence,
        recorded,
        recorded,
        "system:relay-test",
        "nca",
        null,
        null,
        Envelope.DEFAULT_MARKING,
        referral != null,
        null,
        "{\"note\":\"" + "x".repeat(size) + "\"}");
  }

  static String newId() {
    return UuidCreator.getTimeOrderedEpoch().toString();
  }

  /** What is committed, as it must stand on the log. */
  List<Envelope> committed() throws SQLException {
    String sql =
        """
        select payload_type, aggregate_identifier, sequence_number, event_identifier, meta_data,
               payload from event_entry order by aggregate_identifier, sequence_number""";
    List<Envelope> events = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next())
        events.add(
            Envelope.ofRow(
                source,
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)));
    }
    return events;
  }

  Position cursor() throws SQLException {
    try (Connection connection = connect()) {
      return new CursorTable(connection).read();
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Ends the session that holds the relay's lock, as a network failure would. */
  boolean killOwner() throws SQLException {
    return kill("select pid from pg_locks where locktype = 'advisory' and granted");
  }

  boolean kill(String pids) throws SQLException {
    String sql =
        "select pg_terminate_backend(pid) from (%s and database = (select oid from pg_database where datname = current_database())) p"
            .formatted(pids);
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next();
    }
  }

  static int backend(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }
}
