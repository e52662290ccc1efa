package baton.journal.reader;

import baton.journal.reader.LogRecord.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the database knows of a batch's streams before the batch is judged.
 *
 * @param parked stories whose events wait
 * @param positions how far each stream was applied; streams never seen are absent
 * @param waiting what waits for a predecessor, by stream, in the order of arrival
 * @param refused records that were seen to fail deterministically, with the failure in one line
 */
record Known(
    Set<String> parked,
    Map<StreamKey, StreamPosition> positions,
    List<Waiting> waiting,
    Map<Place, String> refused) {

  /**
   * @param row its row in {@code parked_event}; null where it came with this batch
   */
  record Waiting(LogRecord record, Long row) {}
}
