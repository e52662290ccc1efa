package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.Grade;
import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * A supervisor reviewed the open referral: grade, outstanding actions, owner and next date (R14).
 *
 * @param grade the grade that the supervisor found in force, or null
 * @param owner who has it, as the supervisor found it
 */
@JsonTypeName("baton.supervisor-reviewed.v1")
@JsonPropertyOrder({"referral", "organisation", "by", "grade", "owner", "nextReview", "sealed"})
public record SupervisorReviewed(
    ReferralId referral,
    OrganisationCode organisation,
    PersonId by,
    Grade grade,
    PersonId owner,
    Instant nextReview,
    Sealed<FreeText> sealed)
    implements AllocationEvent, HoldsPersonalData<FreeText, SupervisorReviewed> {
  public SupervisorReviewed {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(by);
    requireNonNull(owner);
    requireNonNull(nextReview);
  }

  @Override
  public SupervisorReviewed withSealed(Sealed<FreeText> box) {
    return new SupervisorReviewed(referral, organisation, by, grade, owner, nextReview, box);
  }
}
