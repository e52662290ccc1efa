package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.AlarmId;
import baton.contract.PersonId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A person has seen it and will act. It resolves nothing. */
@JsonTypeName("baton.alarm-acknowledged.v1")
@JsonPropertyOrder({"alarm", "by"})
public record AlarmAcknowledged(AlarmId alarm, PersonId by) implements AlarmEvent {
  public AlarmAcknowledged {
    requireNonNull(alarm);
    requireNonNull(by);
  }
}
