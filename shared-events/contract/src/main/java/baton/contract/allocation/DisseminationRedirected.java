package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * The force says that it is not its own but another's, with evidence: the offer is closed and
 * custody unchanged (R3).
 *
 * @param number of the dissemination
 * @param force who says so
 * @param to whose it is said to be
 */
@JsonTypeName("baton.dissemination-redirected.v1")
@JsonPropertyOrder({"referral", "number", "force", "to", "sealed"})
public record DisseminationRedirected(
    ReferralId referral,
    int number,
    OrganisationCode force,
    OrganisationCode to,
    Sealed<FreeText> sealed)
    implements AllocationEvent, HoldsPersonalData<FreeText, DisseminationRedirected> {
  public DisseminationRedirected {
    requireNonNull(referral);
    requireNonNull(force);
    requireNonNull(to);
  }

  @Override
  public DisseminationRedirected withSealed(Sealed<FreeText> box) {
    return new DisseminationRedirected(referral, number, force, to, box);
  }
}
