package baton.intake.receipt;

import baton.contract.ReferralId;
import baton.intake.receipt.model.Remark;
import java.time.Instant;
import java.util.List;

/**
 * What a sender gets for a referral.
 *
 * @param receivedAt when the referral was received first
 * @param remarks what would have made it better
 * @param kept JSON pointers of the fields that were kept but not understood
 */
public record Receipt(
    ReferralId referralId,
    String receiptNumber,
    Outcome outcome,
    Instant receivedAt,
    List<Remark> remarks,
    List<String> kept) {

  /** What became of it; in the receipt's own, lower-case words. */
  public enum Outcome {
    created,
    repeated,
    amended
  }
}
