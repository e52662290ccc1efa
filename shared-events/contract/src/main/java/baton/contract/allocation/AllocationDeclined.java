package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.DeclineReason;
import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The named officer did not take it: custody is unchanged (R3). */
@JsonTypeName("baton.allocation-declined.v1")
@JsonPropertyOrder({"referral", "number", "officer", "reason", "sealed"})
public record AllocationDeclined(
    ReferralId referral,
    int number,
    PersonId officer,
    DeclineReason reason,
    Sealed<FreeText> sealed)
    implements AllocationEvent, HoldsPersonalData<FreeText, AllocationDeclined> {
  public AllocationDeclined {
    requireNonNull(referral);
    requireNonNull(officer);
    requireNonNull(reason);
  }

  @Override
  public AllocationDeclined withSealed(Sealed<FreeText> box) {
    return new AllocationDeclined(referral, number, officer, reason, box);
  }
}
