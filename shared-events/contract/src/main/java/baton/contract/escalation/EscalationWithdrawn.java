package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The silent writer is back and the clock had been met in time after all. */
@JsonTypeName("baton.escalation-withdrawn.v1")
@JsonPropertyOrder({"referral", "escalation", "metBy"})
public record EscalationWithdrawn(ReferralId referral, EscalationId escalation, EventId metBy)
    implements EscalationEvent {
  public EscalationWithdrawn {
    requireNonNull(referral);
    requireNonNull(escalation);
    requireNonNull(metBy);
  }
}
