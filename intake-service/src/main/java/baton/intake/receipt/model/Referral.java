package baton.intake.receipt.model;

import baton.contract.BatchId;
import baton.contract.ReferralId;
import baton.contract.intake.IntakeEvent;
import baton.contract.intake.ProgressReported;
import baton.contract.intake.ProgressRequested;
import baton.contract.intake.ReceiptRepeated;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.contract.risk.ForceDetermined;

/** A referral as intake knows it: what its sender said last, and how often. */
public sealed interface Referral {

  /** Nobody has sent it. */
  record Unknown() implements Referral {}

  /**
   * It was received.
   *
   * @param contentHash of the newest version
   * @param version 1 until it is amended
   * @param receipts how many receipts its sender has
   * @param lastBatch the package that the newest receipt was for, or null
   */
  record Received(
      ReferralId id,
      String receiptNumber,
      String contentHash,
      int version,
      int receipts,
      BatchId lastBatch)
      implements Referral {}

  static Referral evolve(Referral current, IntakeEvent event) {
    return switch (event) {
      case ReferralReceived e ->
          new Received(e.referral(), e.receiptNumber(), e.contentHash(), 1, 1, e.batch());
      case ReceiptRepeated e -> {
        Received was = received(current);
        yield new Received(
            was.id(),
            was.receiptNumber(),
            was.contentHash(),
            was.version(),
            was.receipts() + 1,
            e.batch());
      }
      case ReferralAmended e -> {
        Received was = received(current);
        yield new Received(
            was.id(),
            was.receiptNumber(),
            e.contentHash(),
            e.version(),
            was.receipts() + 1,
            e.batch());
      }
      case ForceDetermined _ -> current;
      case ProgressRequested _, ProgressReported _, ReferralOriginated _ -> current;
    };
  }

  private static Received received(Referral current) {
    if (current instanceof Received received) return received;
    throw new IllegalStateException("the stream holds a later receipt before the first");
  }
}
