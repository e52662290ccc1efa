package baton.contract.intake;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The sender asked how its referral stands: somebody owes it an answer (R36).
 *
 * @param number counts the requests of this referral, from 1
 */
@JsonTypeName("baton.progress-requested.v1")
@JsonPropertyOrder({"referral", "number", "agency", "sealed"})
public record ProgressRequested(
    ReferralId referral, int number, OrganisationCode agency, Sealed<FreeText> sealed)
    implements IntakeEvent, HoldsPersonalData<FreeText, ProgressRequested> {
  public ProgressRequested {
    requireNonNull(referral);
    requireNonNull(agency);
  }

  @Override
  public ProgressRequested withSealed(Sealed<FreeText> box) {
    return new ProgressRequested(referral, number, agency, box);
  }
}
