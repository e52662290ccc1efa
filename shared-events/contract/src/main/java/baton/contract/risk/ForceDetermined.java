package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import baton.contract.intake.IntakeEvent;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * It is known which force the referral is for.
 *
 * @param before null where none was known
 */
@JsonTypeName("baton.force-determined.v1")
@JsonPropertyOrder({"referral", "before", "force", "basis", "sealed"})
public record ForceDetermined(
    ReferralId referral,
    OrganisationCode before,
    OrganisationCode force,
    Basis basis,
    Sealed<FreeText> sealed)
    implements IntakeEvent, RiskEvent, HoldsPersonalData<FreeText, ForceDetermined> {
  public ForceDetermined {
    requireNonNull(referral);
    requireNonNull(force);
    requireNonNull(basis);
  }

  @Override
  public ForceDetermined withSealed(Sealed<FreeText> box) {
    return new ForceDetermined(referral, before, force, basis, box);
  }
}
