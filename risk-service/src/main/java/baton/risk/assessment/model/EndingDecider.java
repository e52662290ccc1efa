package baton.risk.assessment.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.contract.ReferralId;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.AssessmentEnd;
import baton.contract.risk.AssessmentEndProposed;
import baton.contract.risk.HoldEnded;
import baton.contract.risk.HoldReviewed;
import baton.contract.risk.ReferralHeld;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.risk.assessment.model.Assessment.Opened;
import baton.risk.assessment.model.EndingCommand.ConfirmEnd;
import baton.risk.assessment.model.EndingCommand.EndHold;
import baton.risk.assessment.model.EndingCommand.ProposeEnd;
import baton.risk.assessment.model.EndingCommand.ReviewHold;
import java.util.Objects;

/** What becomes of a command that every rule lets pass, on the way to an end at the NCA. */
final class EndingDecider {
  private EndingDecider() {}

  static Decision decide(EndingCommand command, Opened open) {
    return switch (command) {
      case ProposeEnd c -> propose(c, open);
      case ConfirmEnd c -> confirm(c, open.judgement().ending());
      case ReviewHold c -> accept(new HoldReviewed(c.referral(), c.by(), c.text()));
      case EndHold c -> accept(new HoldEnded(c.referral(), c.by(), c.text()));
    };
  }

  /** A further proposal takes the place of the one that waits. */
  private static Decision propose(ProposeEnd command, Opened open) {
    var proposal = command.proposal();
    return proposal.equals(open.judgement().ending().proposal())
        ? nothingToDo()
        : accept(
            new AssessmentEndProposed(
                command.referral(),
                proposal.end(),
                proposal.duplicateOf(),
                proposal.recipient(),
                proposal.theirReference(),
                proposal.by(),
                command.text()));
  }

  private static Decision confirm(ConfirmEnd command, Ending ending) {
    var proposal = ending.proposal();
    if (proposal == null)
      return command.by().equals(ending.confirmedBy()) ? nothingToDo() : nothingProposed();
    ReferralId looked = command.original() == null ? null : command.original().referral();
    if (!Objects.equals(looked, proposal.duplicateOf()))
      return refuse(
          Refusal.conflict(
              "proposal-changed",
              "Another end was proposed in the meantime; look at it and confirm again."));
    if (proposal.end() == AssessmentEnd.HELD)
      return accept(new ReferralHeld(command.referral(), proposal.by(), command.by()));
    return accept(
        new AssessmentConcluded(
            command.referral(),
            proposal.end(),
            proposal.duplicateOf(),
            proposal.recipient(),
            proposal.theirReference(),
            proposal.by(),
            command.by()));
  }

  private static Decision nothingProposed() {
    return refuse(
        Refusal.conflict(
            "nothing-proposed",
            "There is no end to confirm: the assessor who has this referral has to propose one"
                + " first, POST .../end."));
  }
}
