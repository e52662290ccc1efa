package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.EscalationId;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Who acknowledged it has not removed the cause in time: it climbs on (R13). */
@JsonTypeName("baton.acknowledgement-expired.v1")
@JsonPropertyOrder({"referral", "escalation", "acknowledgedBy"})
public record AcknowledgementExpired(
    ReferralId referral, EscalationId escalation, PersonId acknowledgedBy)
    implements EscalationEvent {
  public AcknowledgementExpired {
    requireNonNull(referral);
    requireNonNull(escalation);
    requireNonNull(acknowledgedBy);
  }
}
