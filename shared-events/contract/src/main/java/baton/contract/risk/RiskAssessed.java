package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.Grade;
import baton.contract.HoldsPersonalData;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * A risk grade was given: the result of KIRAT or another tool, which Baton stores and never
 * computes (R18).
 *
 * @param before the grade that counted until now, or null
 * @param steps which of the tool's steps had answers
 * @param assessor whose judgement it is (R21)
 */
@JsonTypeName("baton.risk-assessed.v1")
@JsonPropertyOrder({
  "referral",
  "before",
  "grade",
  "tool",
  "toolVersion",
  "steps",
  "assessor",
  "sealed"
})
public record RiskAssessed(
    ReferralId referral,
    Grade before,
    Grade grade,
    String tool,
    String toolVersion,
    List<Integer> steps,
    PersonId assessor,
    Sealed<FreeText> sealed)
    implements RiskEvent, HoldsPersonalData<FreeText, RiskAssessed> {
  public RiskAssessed {
    requireNonNull(referral);
    requireNonNull(grade);
    requireNonNull(steps);
    requireNonNull(assessor);
    steps = List.copyOf(steps);
  }

  @Override
  public RiskAssessed withSealed(Sealed<FreeText> box) {
    return new RiskAssessed(referral, before, grade, tool, toolVersion, steps, assessor, box);
  }
}
