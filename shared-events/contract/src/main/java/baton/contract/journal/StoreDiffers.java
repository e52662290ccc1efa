package baton.contract.journal;

import static java.util.Objects.requireNonNull;

import baton.contract.EventId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A service's store and the log tell two stories. Recorded once per audit, for the first difference
 * that it meets.
 *
 * @param audit counts the audits of this store, from 1
 * @param event the event in which they differ
 * @param stream its stream
 * @param sequence its place in the stream
 * @param topic where the log has it; null, with partition and offset, where the log lacks it
 */
@JsonTypeName("baton.store-differs.v1")
@JsonPropertyOrder({
  "service",
  "audit",
  "difference",
  "event",
  "stream",
  "sequence",
  "topic",
  "partition",
  "offset"
})
public record StoreDiffers(
    String service,
    long audit,
    StoreDifference difference,
    EventId event,
    String stream,
    long sequence,
    String topic,
    Integer partition,
    Long offset)
    implements AuditEvent {
  public StoreDiffers {
    requireNonNull(service);
    requireNonNull(difference);
    requireNonNull(event);
    requireNonNull(stream);
  }
}
