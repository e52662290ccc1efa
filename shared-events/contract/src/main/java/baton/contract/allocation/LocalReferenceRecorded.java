package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A force's own system knows the referral under this reference: nobody keys it twice.
 *
 * @param reference any text, unique per force and system
 */
@JsonTypeName("baton.local-reference-recorded.v1")
@JsonPropertyOrder({"referral", "force", "system", "reference"})
public record LocalReferenceRecorded(
    ReferralId referral, OrganisationCode force, String system, String reference)
    implements AllocationEvent {
  public LocalReferenceRecorded {
    requireNonNull(referral);
    requireNonNull(force);
    requireNonNull(system);
    requireNonNull(reference);
  }
}
