package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The sender took an offer back before it was accepted. */
@JsonTypeName("baton.hand-off-withdrawn.v1")
@JsonPropertyOrder({"referral", "handOff", "number", "sealed"})
public record HandOffWithdrawn(
    ReferralId referral, HandOff handOff, int number, Sealed<FreeText> sealed)
    implements AllocationEvent, HoldsPersonalData<FreeText, HandOffWithdrawn> {
  public HandOffWithdrawn {
    requireNonNull(referral);
    requireNonNull(handOff);
  }

  @Override
  public HandOffWithdrawn withSealed(Sealed<FreeText> box) {
    return new HandOffWithdrawn(referral, handOff, number, box);
  }
}
