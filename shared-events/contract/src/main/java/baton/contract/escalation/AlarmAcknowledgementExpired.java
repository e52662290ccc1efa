package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.AlarmId;
import baton.contract.PersonId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Who acknowledged it has not removed the cause in time: it climbs on. */
@JsonTypeName("baton.alarm-acknowledgement-expired.v1")
@JsonPropertyOrder({"alarm", "acknowledgedBy"})
public record AlarmAcknowledgementExpired(AlarmId alarm, PersonId acknowledgedBy)
    implements AlarmEvent {
  public AlarmAcknowledgementExpired {
    requireNonNull(alarm);
    requireNonNull(acknowledgedBy);
  }
}
