package baton.contract.risk;

import static java.util.Objects.requireNonNull;

import baton.contract.FreeText;
import baton.contract.HoldsPersonalData;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.Sealed;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * Communications data was asked for: finding the force may take until it is due. Nothing else gives
 * development more time.
 *
 * @param until when the answer is expected
 */
@JsonTypeName("baton.comms-data-requested.v1")
@JsonPropertyOrder({"referral", "until", "by", "sealed"})
public record CommsDataRequested(
    ReferralId referral, Instant until, PersonId by, Sealed<FreeText> sealed)
    implements RiskEvent, HoldsPersonalData<FreeText, CommsDataRequested> {
  public CommsDataRequested {
    requireNonNull(referral);
    requireNonNull(until);
    requireNonNull(by);
  }

  @Override
  public CommsDataRequested withSealed(Sealed<FreeText> box) {
    return new CommsDataRequested(referral, until, by, box);
  }
}
