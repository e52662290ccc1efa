package baton.intake.receipt.model;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
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
   * @param agency whose it is to ask about
   * @param contentHash of the newest version
   * @param version 1 until it is amended
   * @param receipts how many receipts its sender has
   * @param lastBatch the package that the newest receipt was for, or null
   * @param requests how often its sender asked how it stands
   */
  record Received(
      ReferralId id,
      OrganisationCode agency,
      String receiptNumber,
      String contentHash,
      int version,
      int receipts,
      BatchId lastBatch,
      int requests)
      implements Referral {
    private Received again(String hash, int newest, BatchId batch) {
      return new Received(id, agency, receiptNumber, hash, newest, receipts + 1, batch, requests);
    }

    private Received asked(int number) {
      return new Received(
          id, agency, receiptNumber, contentHash, version, receipts, lastBatch, number);
    }
  }

  static Referral evolve(Referral current, IntakeEvent event) {
    return switch (event) {
      case ReferralReceived e ->
          new Received(
              e.referral(), e.agency(), e.receiptNumber(), e.contentHash(), 1, 1, e.batch(), 0);
      case ReceiptRepeated e -> {
        Received was = received(current);
        yield was.again(was.contentHash(), was.version(), e.batch());
      }
      case ReferralAmended e -> received(current).again(e.contentHash(), e.version(), e.batch());
      case ProgressRequested e -> received(current).asked(e.number());
      case ForceDetermined _, ProgressReported _, ReferralOriginated _ -> current;
    };
  }

  private static Received received(Referral current) {
    if (current instanceof Received received) return received;
    throw new IllegalStateException("the stream goes on before its receipt");
  }
}
