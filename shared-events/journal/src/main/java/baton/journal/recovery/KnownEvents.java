package baton.journal.recovery;

import baton.journal.envelope.Envelope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which events a store holds, and which its service has read. */
final class KnownEvents {
  private static final String LACKING =
      """
      select id from unnest(?::text[]) as log (id)
       where not exists (select from event_entry where event_identifier = id)""";

  private static final String CONTRADICTED =
      """
      select log.id
        from unnest(?::text[], ?::text[], ?::bigint[]) as log (id, stream, sequence)
        join event_entry e
          on e.aggregate_identifier = log.stream and e.sequence_number = log.sequence
       where e.event_identifier <> log.id limit 1""";

  private static final String READ =
      """
      select last_sequence > ? or last_sequence = ? and last_event = ?
        from stream_position where stream = ? and source = ?""";

  private static final String WAITS =
      "select from parked_event where topic = ? and partition = ? and log_offset = ?";

  private final Connection store;

  KnownEvents(Connection store) {
    this.store = store;
  }

  /** Those that the store does not hold, in their order. */
  List<Envelope> lacking(List<Envelope> events) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (PreparedStatement select = store.prepareStatement(LACKING)) {
      select.setArray(1, texts(events.stream().map(Envelope::id).toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) ids.add(row.getString(1));
      }
    }
    return events.stream().filter(event -> ids.contains(event.id())).toList();
  }

  /** One whose place in its stream the store gives to another event. */
  Optional<Envelope> contradicted(List<Envelope> events) throws SQLException {
    try (PreparedStatement select = store.prepareStatement(CONTRADICTED)) {
      select.setArray(1, texts(events.stream().map(Envelope::id).toArray()));
      select.setArray(2, texts(events.stream().map(Envelope::subject).toArray()));
      select.setArray(
          3, store.createArrayOf("int8", events.stream().map(Envelope::streamSequence).toArray()));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) return Optional.empty();
        String id = row.getString(1);
        return events.stream().filter(event -> event.id().equals(id)).findFirst();
      }
    }
  }

  boolean wasRead(Envelope event) throws SQLException {
    try (PreparedStatement select = store.prepareStatement(READ)) {
      select.setLong(1, event.streamSequence());
      select.setLong(2, event.streamSequence());
      select.setString(3, event.id());
      select.setString(4, event.subject());
      select.setString(5, event.source());
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** It was read, and is parked or waits behind one that is. */
  boolean waits(ConsumerRecord<?, ?> record) throws SQLException {
    try (PreparedStatement select = store.prepareStatement(WAITS)) {
      select.setString(1, record.topic());
      select.setInt(2, record.partition());
      select.setLong(3, record.offset());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private java.sql.Array texts(Object[] values) throws SQLException {
    return store.createArrayOf("text", values);
  }
}
