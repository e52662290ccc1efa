package baton.journal.audit;

import baton.contract.EventId;
import baton.contract.journal.StoreDifference;
import baton.contract.journal.StoreDiffers;

/**
 * An event in which store and log differ.
 *
 * @param found where the log has it, or null where it lacks it
 */
record Difference(
    StoreDifference kind, String event, String stream, long sequence, LogEvent found) {

  StoreDiffers of(String service, long audit) {
    return new StoreDiffers(
        service,
        audit,
        kind,
        EventId.of(event),
        stream,
        sequence,
        found == null ? null : found.topic(),
        found == null ? null : found.partition(),
        found == null ? null : found.offset());
  }

  @Override
  public String toString() {
    String where =
        found == null
            ? ""
            : " at %s-%d@%d".formatted(found.topic(), found.partition(), found.offset());
    return "%s: event %s, place %d of stream %s%s".formatted(kind, event, sequence, stream, where);
  }
}
