package baton.journal.relay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated tables of one store's relay: cursor, acknowledged offsets, what is parked. */
public final class RelayTables {
  Position cursor = Position.START;
  final Map<String, RelayCursor.Remembered> acked = new HashMap<>();
  final Map<String, ParkedKey> parked = new LinkedHashMap<>();

  /** Up to where a relay last read; only a planted bug uses it. */
  Position lastRead = Position.START;

  public Position cursor() {
    return cursor;
  }

  public boolean isParked(String key) {
    return parked.containsKey(key);
  }

  public boolean isEmpty() {
    return parked.isEmpty();
  }

  /** An operator asks for another attempt at everything. */
  public void retryAll() {
    for (String key : List.copyOf(parked.keySet())) retry(key);
  }

  boolean retry(String key) {
    return parked.computeIfPresent(key, (same, row) -> with(row, row.announced(), row.mute(), true))
        != null;
  }

  static ParkedKey with(ParkedKey row, boolean announced, boolean mute, boolean retry) {
    return new ParkedKey(
        row.key(),
        row.referral(),
        row.after(),
        row.event(),
        row.type(),
        row.refusal(),
        row.parkedAt(),
        announced,
        mute,
        retry);
  }
}
