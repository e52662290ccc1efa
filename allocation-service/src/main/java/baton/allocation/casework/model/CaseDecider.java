package baton.allocation.casework.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.Concluded;
import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.Case.Unopened;
import baton.allocation.casework.model.CaseCommand.AnswersDissemination;
import baton.allocation.casework.model.CaseCommand.AtTheForce;
import baton.allocation.casework.model.CaseCommand.ByService;
import baton.allocation.casework.model.CaseCommand.ByStaff;
import baton.allocation.casework.model.CaseCommand.ConfirmOutcome;
import baton.allocation.casework.model.CaseCommand.HandsOn;
import baton.allocation.casework.model.CaseCommand.OpenCase;
import baton.contract.allocation.CaseOpened;
import baton.decision.Decision;
import baton.decision.Refusal;

/** What becomes of a command. A repeat of what is so already changes nothing. */
public final class CaseDecider {
  private CaseDecider() {}

  public static Decision decide(CaseCommand command, Case state) {
    return switch (state) {
      case Unopened _ -> unopened(command);
      case Opened open ->
          switch (command) {
            case ByService c -> ServiceDecider.decide(c, open);
            case RevertCustody c -> ServiceDecider.revert(c, open);
            case ByStaff c ->
                CasePolicy.firstRefusal(open, c)
                    .map(Decision::refuse)
                    .orElseGet(() -> byStaff(c, open));
          };
    };
  }

  private static Decision unopened(CaseCommand command) {
    return command instanceof OpenCase open
        ? accept(new CaseOpened(open.referral()))
        : refuse(
            Refusal.notReadYet(
                "case-not-opened",
                "The receipt of this referral has not been read here; if it was sent just now, ask"
                    + " again in a second."));
  }

  private static Decision byStaff(ByStaff command, Opened open) {
    return switch (command) {
      case HandsOn c -> DisseminationDecider.decide(c, open);
      case AnswersDissemination c -> DisseminationDecider.decide(c, open);
      case OutsideCommand c -> OutsideDecider.decide(c, open);
      case OversightCommand c -> OversightDecider.decide(c, open);
      case AtTheForce c when open instanceof AtForce at -> ForceDecider.decide(c, at);
      case ConfirmOutcome c when open instanceof Concluded closed -> confirmedAlready(c, closed);
      case AtTheForce c -> throw new IllegalStateException("no rule refused " + c);
    };
  }

  private static Decision confirmedAlready(ConfirmOutcome command, Concluded state) {
    return state.confirmedBy().equals(command.by())
        ? nothingToDo()
        : refuse(
            Refusal.conflict(
                "case-concluded",
                "This case is concluded ("
                    + state.outcome()
                    + "), as "
                    + state.confirmedBy()
                    + " confirmed."));
  }
}
