package baton.contract.access;

import static java.util.Objects.requireNonNull;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A person of a force has read the conditions under which a referral may be used (handling code C)
 * and will keep to them: from now on its content opens to that force. Source: R40.
 *
 * @param box the event whose sealed part says the conditions
 * @param throughSystem a force's system said so on that person's behalf
 */
@JsonTypeName("baton.handling-acknowledged.v1")
@JsonPropertyOrder({"referral", "force", "box", "by", "throughSystem"})
public record HandlingAcknowledged(
    ReferralId referral, OrganisationCode force, EventId box, PersonId by, boolean throughSystem)
    implements AccessEvent {
  public HandlingAcknowledged {
    requireNonNull(referral);
    requireNonNull(force);
    requireNonNull(box);
    requireNonNull(by);
  }
}
