package baton.journal.store;

import baton.journal.envelope.Envelope;
import baton.journal.store.Append.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes rows of {@code event_entry}, all of an append in one JDBC batch. */
final class EventTable {
  private static final String INSERT =
      """
      insert into event_entry (event_identifier, aggregate_identifier, sequence_number, type,
        time_stamp, payload_type, payload, meta_data) values (?, ?, ?, ?, ?, ?, ?, ?)""";

  private EventTable() {}

  /**
   * @throws EventTooLarge if one of them would not fit on the log
   */
  static void insert(Connection transaction, List<Stored> events) throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(INSERT)) {
      for (Stored event : events) {
        Envelope envelope = event.envelope();
        String metaData = envelope.metaData();
        EventTooLarge.check(envelope, metaData);
        statement.setString(1, envelope.id());
        statement.setString(2, envelope.subject());
        statement.setLong(3, envelope.streamSequence());
        statement.setString(4, event.type());
        statement.setString(5, envelope.recordedTime());
        statement.setString(6, envelope.type());
        statement.setString(7, envelope.data());
        statement.setString(8, metaData);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
