package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The NCA has an assessment open for the referral. */
@JsonTypeName("baton.assessment-opened.v1")
@JsonPropertyOrder({"referral"})
public record AssessmentOpened(ReferralId referral) implements RiskEvent {
  public AssessmentOpened {
    requireNonNull(referral);
  }
}
