package baton.contract.intake;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The sender was told how its referral stands, asked or unasked (R36).
 *
 * @param request the number of the request that it answers, or null where nobody asked
 * @param organisation on whose behalf it was told
 */
@JsonTypeName("baton.progress-reported.v1")
@JsonPropertyOrder({"referral", "request", "organisation", "by", "sealed"})
public record ProgressReported(
    ReferralId referral,
    Integer request,
    OrganisationCode organisation,
    PersonId by,
    Sealed<FreeText> sealed)
    implements IntakeEvent, HoldsPersonalData<FreeText, ProgressReported> {
  public ProgressReported {
    requireNonNull(referral);
    requireNonNull(organisation);
    requireNonNull(by);
  }

  @Override
  public ProgressReported withSealed(Sealed<FreeText> box) {
    return new ProgressReported(referral, request, organisation, by, box);
  }
}
