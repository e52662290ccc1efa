package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.EventCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes a service's own events back into its store from the log: same ids, places and bytes, and
 * the read models are told of them as they were when the events were first appended. What the relay
 * then publishes again are repeats.
 */
public final class ReturnedEvents {
  /** The aggregate's type is not on the log: it is what the stream, or such an event, has here. */
  private static final String INSERT =
      """
      insert into event_entry (event_identifier, aggregate_identifier, sequence_number, type,
        time_stamp, payload_type, payload, meta_data)
      values (?, ?, ?,
        coalesce((select type from event_entry where aggregate_identifier = ? limit 1),
                 (select type from event_entry where payload_type = ? limit 1), 'Returned'),
        ?, ?, ?, ?)""";

  private final Transactions transactions;
  private final List<AppendListener> listeners;
  private final EventCodec codec = new EventCodec();

  public ReturnedEvents(Transactions transactions, List<AppendListener> listeners) {
    this.transactions = transactions;
    this.listeners = List.copyOf(listeners);
  }

  /** All of them or none, in the order given. */
  public void keep(List<Envelope> events) {
    transactions.inTransaction(
        () -> {
          Connection transaction = transactions.connection();
          insert(transaction, events);
          List<Recorded<? extends BatonEvent>> recorded = new ArrayList<>();
          for (Envelope event : events) recorded.add(codec.decode(event));
          recorded.forEach(transactions::witnessed);
          for (Recorded<?> one : recorded)
            if (one.referral() == null) register(transaction, one.recordedTime());
          for (AppendListener listener : listeners) listener.returned(recorded, transaction);
          return null;
        });
  }

  private static void register(Connection transaction, Instant recorded) throws SQLException {
    ReferralClock.witnessed(transaction, Map.of(ReferralClock.REGISTER, recorded));
  }

  /** One by one: each may take the type from the one before it in its stream. */
  private static void insert(Connection transaction, List<Envelope> events) throws SQLException {
    try (PreparedStatement statement = transaction.prepareStatement(INSERT)) {
      for (Envelope event : events) {
        statement.setString(1, event.id());
        statement.setString(2, event.subject());
        statement.setLong(3, event.streamSequence());
        statement.setString(4, event.subject());
        statement.setString(5, event.type());
        statement.setString(6, event.recordedTime());
        statement.setString(7, event.type());
        statement.setString(8, event.data());
        statement.setString(9, event.metaData());
        statement.executeUpdate();
      }
    }
  }
}
