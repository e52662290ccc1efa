package baton.intake.receipt.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.contract.Sealed;
import baton.contract.intake.ReceiptRepeated;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralReceived;
import baton.contract.risk.Basis;
import baton.contract.risk.ForceDetermined;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.intake.receipt.model.ReceiptCommand.ReceiveAgain;
import baton.intake.receipt.model.ReceiptCommand.ReceiveReferral;
import baton.intake.receipt.model.Referral.Received;

/** One referral, however often it is sent (R5, R33). */
public final class ReceiptDecider {

  private ReceiptDecider() {}

  /**
   * Always with a sealed part, however little was said: so a referral has its data key from its
   * first event on, and no two services that seal later can each give it one.
   */
  public static Decision receive(ReceiveReferral command) {
    Submission said = command.submission();
    var received =
        new ReferralReceived(
            command.referral(),
            command.agency(),
            said.reference(),
            ReceiptNumber.first(command.referral()),
            said.type(),
            said.force(),
            said.actionable(),
            said.urgent(),
            said.suspectNamed(),
            said.childLinked(),
            said.providerReportedAt(),
            command.batch(),
            command.contentHash(),
            Sealed.open(said.details()));
    // Its organisation has it already: a force that it names is not waited for.
    if (command.origin() != null) return accept(received, command.origin().of(command.referral()));
    if (said.force() == null) return accept(received);
    return accept(
        received,
        new ForceDetermined(command.referral(), null, said.force(), Basis.NAMED_BY_SENDER, null));
  }

  public static Decision receiveAgain(ReceiveAgain command, Referral state) {
    if (!(state instanceof Received known))
      return refuse(Refusal.notReadYet("not-received", "this referral was never received"));
    if (!command.contentHash().equals(known.contentHash())) return amend(command, known);
    // The package broke off and is sent again: this line has its receipt already.
    if (command.resumed() && command.batch().equals(known.lastBatch())) return nothingToDo();
    return accept(new ReceiptRepeated(command.referral(), nextReceipt(known), command.batch()));
  }

  /**
   * A force that only the amendment names is for an assessor to judge: by now another may have been
   * determined.
   */
  private static Decision amend(ReceiveAgain command, Received known) {
    Submission said = command.submission();
    return accept(
        new ReferralAmended(
            command.referral(),
            nextReceipt(known),
            known.version() + 1,
            said.type(),
            said.force(),
            said.actionable(),
            said.urgent(),
            said.suspectNamed(),
            said.childLinked(),
            command.batch(),
            command.contentHash(),
            known.contentHash(),
            Sealed.open(said.details())));
  }

  private static String nextReceipt(Received known) {
    return ReceiptNumber.later(known.receiptNumber(), known.receipts() + 1);
  }
}
