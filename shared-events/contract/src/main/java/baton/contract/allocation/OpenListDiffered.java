package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The force's own list of open cases and Baton disagree about the referral. */
@JsonTypeName("baton.open-list-differed.v1")
@JsonPropertyOrder({"referral", "force", "system", "difference"})
public record OpenListDiffered(
    ReferralId referral, OrganisationCode force, String system, OpenListDifference difference)
    implements AllocationEvent {
  public OpenListDiffered {
    requireNonNull(referral);
    requireNonNull(force);
    requireNonNull(system);
    requireNonNull(difference);
  }
}
