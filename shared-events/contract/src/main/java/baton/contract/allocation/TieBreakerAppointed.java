package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.MovesCustody;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Two organisations each say that it is not theirs: who was named for that pair has it, and must
 * decide (R3).
 *
 * @param organisation of the tie-breaker
 * @param person null where the post alone is named
 * @param post null where a person is named
 */
@JsonTypeName("baton.tie-breaker-appointed.v1")
@JsonPropertyOrder({"referral", "one", "other", "because", "organisation", "person", "post"})
public record TieBreakerAppointed(
    ReferralId referral,
    OrganisationCode one,
    OrganisationCode other,
    TieBreakReason because,
    OrganisationCode organisation,
    PersonId person,
    String post)
    implements AllocationEvent, MovesCustody {
  public TieBreakerAppointed {
    requireNonNull(referral);
    requireNonNull(one);
    requireNonNull(other);
    requireNonNull(because);
    requireNonNull(organisation);
  }
}
