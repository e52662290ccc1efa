package baton.journal.store;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.journal.envelope.Times;
import baton.journal.seal.DataKey;
import baton.journal.seal.Sealer;
import baton.journal.store.Append.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The steps of an append, in their order. Works in the bound transaction. */
final class Appender {
  private final JournalParts parts;
  private final Sealer sealer;
  private final DataKeys dataKeys;

  Appender(JournalParts parts) {
    this.parts = parts;
    this.sealer = new Sealer(parts.keyring());
    this.dataKeys = new DataKeys(parts.keyring());
  }

  void append(List<Append> events) throws SQLException {
    Transactions transactions = parts.transactions();
    Connection connection = transactions.connection();
    List<Stored> stored = stamped(events, connection);
    EventTable.insert(connection, stored);
    List<Recorded<? extends BatonEvent>> recorded =
        List.copyOf(stored.stream().map(Stored::recorded).toList());
    transactions.appended(recorded);
    for (AppendListener listener : parts.listeners()) listener.appended(recorded, connection);
    transactions.afterCommit(parts.wake());
  }

  private List<Stored> stamped(List<Append> events, Connection connection) throws SQLException {
    Map<UUID, Integer> counts = new HashMap<>();
    for (Append event : events) counts.merge(event.clockKey(), 1, Integer::sum);
    // The transaction's id comes before the clock: see ReferralKeys.begin.
    Map<UUID, String> known = ReferralKeys.begin(connection, counts.keySet());
    Map<UUID, Instant> next = stamps(counts, connection);
    Witnessed witnessed = parts.transactions().witnessed();
    Map<UUID, DataKey> keys = dataKeys.of(events, known, witnessed, connection);
    var stored = new ArrayList<Stored>(events.size());
    for (Append event : events) {
      UUID key = event.clockKey();
      Instant time = next.get(key);
      next.put(key, time.plusNanos(1_000));
      stored.add(event.stored(parts, sealer, keys.get(key), time));
    }
    return stored;
  }

  private Map<UUID, Instant> stamps(Map<UUID, Integer> counts, Connection connection)
      throws SQLException {
    Instant now = Times.truncated(parts.clock().instant());
    Witnessed witnessed = parts.transactions().witnessed();
    SortedMap<UUID, Instant> earliest = new TreeMap<>();
    for (UUID key : counts.keySet()) earliest.put(key, witnessed.after(key, now));
    // What was read is kept at the end of the transaction, and its rows would then come after
    // these.
    if (witnessed.hasBeside(counts.keySet()))
      ReferralClock.lock(connection, witnessed.with(counts.keySet()));
    int width = counts.values().stream().max(Integer::compare).orElseThrow();
    Map<UUID, Instant> stamps = ReferralClock.stamp(connection, earliest, width);
    witnessed.stamped(stamps.keySet());
    return stamps;
  }
}
