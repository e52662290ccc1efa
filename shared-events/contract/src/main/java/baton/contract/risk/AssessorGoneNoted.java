package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The NCA has read that an assessor is gone: what he or she had here reverted, and what was offered
 * was withdrawn (R4). Custody moved with CustodyReverted already.
 *
 * @param assessor who is gone
 * @param successor who has it in that person's place, or null where a post does or the assessor was
 *     only offered it
 */
@JsonTypeName("baton.assessor-gone-noted.v1")
@JsonPropertyOrder({"referral", "assessor", "successor"})
public record AssessorGoneNoted(ReferralId referral, PersonId assessor, PersonId successor)
    implements RiskEvent {
  public AssessorGoneNoted {
    requireNonNull(referral);
    requireNonNull(assessor);
  }
}
