package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Somebody looked again at a referral that is held, and it stays so. */
@JsonTypeName("baton.hold-reviewed.v1")
@JsonPropertyOrder({"referral", "by", "sealed"})
public record HoldReviewed(ReferralId referral, PersonId by, Sealed<FreeText> sealed)
    implements RiskEvent, HoldsPersonalData<FreeText, HoldReviewed> {
  public HoldReviewed {
    requireNonNull(referral);
    requireNonNull(by);
  }

  @Override
  public HoldReviewed withSealed(Sealed<FreeText> box) {
    return new HoldReviewed(referral, by, box);
  }
}
