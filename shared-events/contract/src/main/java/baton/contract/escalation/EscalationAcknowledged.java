package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.EscalationId;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A person has seen it and will act. It resolves nothing. */
@JsonTypeName("baton.escalation-acknowledged.v1")
@JsonPropertyOrder({"referral", "escalation", "by"})
public record EscalationAcknowledged(ReferralId referral, EscalationId escalation, PersonId by)
    implements EscalationEvent {
  public EscalationAcknowledged {
    requireNonNull(referral);
    requireNonNull(escalation);
    requireNonNull(by);
  }
}
