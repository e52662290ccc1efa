package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Allocation has read which force the referral is for: the dissemination is on somebody's list. */
@JsonTypeName("baton.force-noted.v1")
@JsonPropertyOrder({"referral", "force"})
public record ForceNoted(ReferralId referral, OrganisationCode force) implements AllocationEvent {
  public ForceNoted {
    requireNonNull(referral);
    requireNonNull(force);
  }
}
