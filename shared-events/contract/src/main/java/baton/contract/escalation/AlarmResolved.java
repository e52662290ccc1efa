package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.AlarmId;
import baton.contract.EventId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Its cause is gone. Nothing else resolves it.
 *
 * @param resolvedBy the event that removed the cause, or null where time did
 */
@JsonTypeName("baton.alarm-resolved.v1")
@JsonPropertyOrder({"alarm", "resolvedBy"})
public record AlarmResolved(AlarmId alarm, EventId resolvedBy) implements AlarmEvent {
  public AlarmResolved {
    requireNonNull(alarm);
  }
}
