package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.DeclineReason;
import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The assessor offered did not take it. Custody is unchanged; the offer is closed (R3). */
@JsonTypeName("baton.assessment-declined.v1")
@JsonPropertyOrder({"referral", "number", "assessor", "reason", "sealed"})
public record AssessmentDeclined(
    ReferralId referral,
    int number,
    PersonId assessor,
    DeclineReason reason,
    Sealed<FreeText> sealed)
    implements RiskEvent, HoldsPersonalData<FreeText, AssessmentDeclined> {
  public AssessmentDeclined {
    requireNonNull(referral);
    requireNonNull(assessor);
    requireNonNull(reason);
  }

  @Override
  public AssessmentDeclined withSealed(Sealed<FreeText> box) {
    return new AssessmentDeclined(referral, number, assessor, reason, box);
  }
}
