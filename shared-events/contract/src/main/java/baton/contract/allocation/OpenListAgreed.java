package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The force's own list of open cases and Baton agree about the referral again. */
@JsonTypeName("baton.open-list-agreed.v1")
@JsonPropertyOrder({"referral", "force", "system"})
public record OpenListAgreed(ReferralId referral, OrganisationCode force, String system)
    implements AllocationEvent {
  public OpenListAgreed {
    requireNonNull(referral);
    requireNonNull(force);
    requireNonNull(system);
  }
}
