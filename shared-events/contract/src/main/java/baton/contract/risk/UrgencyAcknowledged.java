package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A person has seen that the referral is urgent and says so. */
@JsonTypeName("baton.urgency-acknowledged.v1")
@JsonPropertyOrder({"referral", "organisation", "by"})
public record UrgencyAcknowledged(ReferralId referral, OrganisationCode organisation, PersonId by)
    implements RiskEvent {
  public UrgencyAcknowledged {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(by);
  }
}
