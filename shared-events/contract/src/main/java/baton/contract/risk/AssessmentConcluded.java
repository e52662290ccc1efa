package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.MovesCustody;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Two persons ended it at the NCA: it is not for the United Kingdom, an agency abroad has it, or it
 * repeats another referral.
 *
 * @param duplicateOf the referral that it repeats, or null
 * @param recipient the agency abroad that has it, or null
 * @param theirReference under which the agency abroad has it, or null
 */
@JsonTypeName("baton.assessment-concluded.v1")
@JsonPropertyOrder({
  "referral",
  "end",
  "duplicateOf",
  "recipient",
  "theirReference",
  "proposedBy",
  "confirmedBy"
})
public record AssessmentConcluded(
    ReferralId referral,
    AssessmentEnd end,
    ReferralId duplicateOf,
    String recipient,
    String theirReference,
    PersonId proposedBy,
    PersonId confirmedBy)
    implements RiskEvent, MovesCustody {
  public AssessmentConcluded {
    requireNonNull(referral);
    requireNonNull(end);
    requireNonNull(proposedBy);
    requireNonNull(confirmedBy);
  }
}
