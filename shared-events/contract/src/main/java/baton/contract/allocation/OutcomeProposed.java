package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The custodian proposed how the referral ends; a second person has to confirm (R37). */
@JsonTypeName("baton.outcome-proposed.v1")
@JsonPropertyOrder({"referral", "outcome", "by", "sealed"})
public record OutcomeProposed(
    ReferralId referral, Outcome outcome, PersonId by, Sealed<FreeText> sealed)
    implements AllocationEvent, HoldsPersonalData<FreeText, OutcomeProposed> {
  public OutcomeProposed {
    requireNonNull(referral);
    requireNonNull(outcome);
    requireNonNull(by);
  }

  @Override
  public OutcomeProposed withSealed(Sealed<FreeText> box) {
    return new OutcomeProposed(referral, outcome, by, box);
  }
}
