package baton.contract.intake;

import static java.util.Objects.requireNonNull;

import baton.contract.BatchId;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** The same referral was sent again, unchanged: one referral, one receipt more (R5). */
@JsonTypeName("baton.receipt-repeated.v1")
@JsonPropertyOrder({"referral", "receiptNumber", "batch"})
public record ReceiptRepeated(ReferralId referral, String receiptNumber, BatchId batch)
    implements IntakeEvent {
  public ReceiptRepeated {
    requireNonNull(referral);
    requireNonNull(receiptNumber);
  }
}
