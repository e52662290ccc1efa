package baton.journal.reader;

import baton.journal.reader.LogRecord.Place;
import java.util.HashMap;
import java.util.Map;

/**
 * How what is in flight is tried: whole, whole again, then record by record, and a record that
 * fails alone once more. Only then is it refused. Failures that pass by themselves do not count.
 */
final class Attempts {
  private static final int WHOLE_MAX = 2;

  private final Map<Place, String> refused = new HashMap<>();
  private int wholeFailed;
  private Place suspect;

  boolean singly() {
    return wholeFailed >= WHOLE_MAX;
  }

  /** Records to be parked, and why. */
  Map<Place, String> refused() {
    return refused;
  }

  /**
   * Counts a failure that does not pass by itself.
   *
   * @return whether trying again at once can help: not if nobody is to blame, or if even parking
   *     the one to blame fails
   */
  boolean failed(RuntimeException failure) {
    if (!singly()) {
      wholeFailed++;
      return true;
    }
    if (!(failure instanceof RecordFailed record)) return false;
    if (!record.place().equals(suspect)) {
      suspect = record.place();
      return true;
    }
    return refused.put(suspect, Failure.line(record.getCause())) == null;
  }
}
