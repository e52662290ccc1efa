package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Two persons hold it: nobody can act on it yet. It stays with its custodian and is looked at again
 * every 90 days (R35).
 */
@JsonTypeName("baton.referral-held.v1")
@JsonPropertyOrder({"referral", "proposedBy", "confirmedBy"})
public record ReferralHeld(ReferralId referral, PersonId proposedBy, PersonId confirmedBy)
    implements RiskEvent {
  public ReferralHeld {
    requireNonNull(referral);
    requireNonNull(proposedBy);
    requireNonNull(confirmedBy);
  }
}
