package baton.journal.audit;

import baton.contract.journal.StoreDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a stretch of the log says of the store. Pure.
 *
 * @param seen rows that the log has, by global index
 */
record Comparison(List<Difference> differences, List<Long> seen) {

  /**
   * @param rows by event id; those that the store lacks are absent
   */
  static Comparison of(List<LogEvent> events, Map<String, StoreRow> rows) {
    var differences = new ArrayList<Difference>();
    var seen = new ArrayList<Long>();
    for (LogEvent event : events) {
      StoreRow row = rows.get(event.envelope().id());
      if (row != null) seen.add(row.position().index());
      if (row == null) differences.add(difference(StoreDifference.NOT_IN_STORE, event));
      else if (!Arrays.equals(row.bytes(), event.value()))
        differences.add(difference(StoreDifference.OTHER_BYTES, event));
    }
    return new Comparison(differences, seen);
  }

  private static Difference difference(StoreDifference kind, LogEvent event) {
    var envelope = event.envelope();
    return new Difference(
        kind, envelope.id(), envelope.subject(), envelope.streamSequence(), event);
  }
}
