package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.DeclineReason;
import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The force did not take it: custody stays with the sender (R3).
 *
 * @param redirectTo whose the force says it is, or null; it moves nothing by itself
 */
@JsonTypeName("baton.dissemination-declined.v1")
@JsonPropertyOrder({"referral", "number", "force", "reason", "redirectTo", "sealed"})
public record DisseminationDeclined(
    ReferralId referral,
    int number,
    OrganisationCode force,
    DeclineReason reason,
    OrganisationCode redirectTo,
    Sealed<FreeText> sealed)
    implements AllocationEvent, HoldsPersonalData<FreeText, DisseminationDeclined> {
  public DisseminationDeclined {
    requireNonNull(referral);
    requireNonNull(force);
    requireNonNull(reason);
  }

  @Override
  public DisseminationDeclined withSealed(Sealed<FreeText> box) {
    return new DisseminationDeclined(referral, number, force, reason, redirectTo, box);
  }
}
