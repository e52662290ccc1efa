package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * It is held no longer: the way to a force goes on.
 *
 * @param by null where the sender's amendment ended it: what is amended to be acted on waits for
 *     nobody
 */
@JsonTypeName("baton.hold-ended.v1")
@JsonPropertyOrder({"referral", "by", "sealed"})
public record HoldEnded(ReferralId referral, PersonId by, Sealed<FreeText> sealed)
    implements RiskEvent, HoldsPersonalData<FreeText, HoldEnded> {
  public HoldEnded {
    requireNonNull(referral);
  }

  @Override
  public HoldEnded withSealed(Sealed<FreeText> box) {
    return new HoldEnded(referral, by, box);
  }
}
