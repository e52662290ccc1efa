package baton.intake.receipt.model;

import baton.contract.BatchId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.decision.Command;

/** An agency hands a referral over, or an organisation brings one in itself. */
public sealed interface ReceiptCommand extends Command {

  ReferralId referral();

  Submission submission();

  /** SHA-256, hex, of the referral id and the canonical content. */
  String contentHash();

  /** The package that it came in, or null. */
  BatchId batch();

  @Override
  default String stream() {
    return referral().toString();
  }

  /**
   * Its reference is new from this agency.
   *
   * @param origin who has it, where the organisation brought it in itself; else null
   */
  record ReceiveReferral(
      ReferralId referral,
      OrganisationCode agency,
      Submission submission,
      String contentHash,
      BatchId batch,
      Origin origin)
      implements ReceiptCommand {}

  /**
   * Its reference is known from this agency.
   *
   * @param resumed the package is being sent again after it broke off
   */
  record ReceiveAgain(
      ReferralId referral,
      Submission submission,
      String contentHash,
      BatchId batch,
      boolean resumed)
      implements ReceiptCommand {}
}
