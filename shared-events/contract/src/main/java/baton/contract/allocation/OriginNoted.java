package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Allocation has read that an organisation brought the referral in itself: the case stands there,
 * with whom it was brought in. Custody moved with {@code ReferralOriginated} already.
 *
 * @param person who has it
 */
@JsonTypeName("baton.origin-noted.v1")
@JsonPropertyOrder({"referral", "organisation", "team", "person"})
public record OriginNoted(
    ReferralId referral, OrganisationCode organisation, TeamId team, PersonId person)
    implements AllocationEvent {
  public OriginNoted {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(person);
  }
}
