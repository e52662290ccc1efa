package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * An assessor proposed that it goes no further than the NCA; a second person has to confirm.
 *
 * @param duplicateOf the referral that it repeats, or null
 * @param recipient the agency abroad that has it, as that agency is known; or null
 * @param theirReference under which the agency abroad has it, or null
 */
@JsonTypeName("baton.assessment-end-proposed.v1")
@JsonPropertyOrder({
  "referral",
  "end",
  "duplicateOf",
  "recipient",
  "theirReference",
  "by",
  "sealed"
})
public record AssessmentEndProposed(
    ReferralId referral,
    AssessmentEnd end,
    ReferralId duplicateOf,
    String recipient,
    String theirReference,
    PersonId by,
    Sealed<FreeText> sealed)
    implements RiskEvent, HoldsPersonalData<FreeText, AssessmentEndProposed> {
  public AssessmentEndProposed {
    requireNonNull(referral);
    requireNonNull(end);
    requireNonNull(by);
  }

  @Override
  public AssessmentEndProposed withSealed(Sealed<FreeText> box) {
    return new AssessmentEndProposed(
        referral, end, duplicateOf, recipient, theirReference, by, box);
  }
}
