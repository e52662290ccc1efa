package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** An event removed the cause. Nothing else resolves an escalation. */
@JsonTypeName("baton.escalation-resolved.v1")
@JsonPropertyOrder({"referral", "escalation", "resolvedBy", "resolvedByType"})
public record EscalationResolved(
    ReferralId referral, EscalationId escalation, EventId resolvedBy, String resolvedByType)
    implements EscalationEvent {
  public EscalationResolved {
    requireNonNull(referral);
    requireNonNull(escalation);
    requireNonNull(resolvedBy);
    requireNonNull(resolvedByType);
  }
}
