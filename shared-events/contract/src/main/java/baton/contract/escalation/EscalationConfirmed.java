package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.EscalationId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The silent writer is back and had nothing to say that would have met the clock in time. */
@JsonTypeName("baton.escalation-confirmed.v1")
@JsonPropertyOrder({"referral", "escalation"})
public record EscalationConfirmed(ReferralId referral, EscalationId escalation)
    implements EscalationEvent {
  public EscalationConfirmed {
    requireNonNull(referral);
    requireNonNull(escalation);
  }
}
