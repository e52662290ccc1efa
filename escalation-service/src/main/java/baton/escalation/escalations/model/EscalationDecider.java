package baton.escalation.escalations.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.contract.escalation.AcknowledgementExpired;
import baton.contract.escalation.EscalationAcknowledged;
import baton.contract.escalation.EscalationClimbed;
import baton.contract.escalation.EscalationConfirmed;
import baton.contract.escalation.EscalationRaised;
import baton.contract.escalation.EscalationResolved;
import baton.contract.escalation.EscalationWithdrawn;
import baton.custody.Finding;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.escalation.escalations.model.Escalation.Open;
import baton.escalation.escalations.model.Escalation.Resolved;
import baton.escalation.escalations.model.Escalation.Unraised;
import baton.escalation.escalations.model.Escalation.Withdrawn;
import baton.escalation.escalations.model.EscalationCommand.AcknowledgeEscalation;
import baton.escalation.escalations.model.EscalationCommand.ClimbEscalation;
import baton.escalation.escalations.model.EscalationCommand.ConfirmEscalation;
import baton.escalation.escalations.model.EscalationCommand.ExpireAcknowledgement;
import baton.escalation.escalations.model.EscalationCommand.RaiseEscalation;
import baton.escalation.escalations.model.EscalationCommand.ResolveEscalation;
import baton.escalation.escalations.model.EscalationCommand.WithdrawEscalation;

/**
 * What happens to an escalation. The judgement repeats itself after every restart, so that what was
 * already said is no error: it changes nothing.
 */
public final class EscalationDecider {
  private EscalationDecider() {}

  public static Decision decide(EscalationCommand command, Escalation state) {
    return switch (command) {
      case RaiseEscalation c -> raise(c, state);
      case ConfirmEscalation c -> confirm(c, state);
      case WithdrawEscalation c -> withdraw(c, state);
      case AcknowledgeEscalation c -> acknowledge(c, state);
      case ClimbEscalation c -> climb(c, state);
      case ExpireAcknowledgement c -> expire(c, state);
      case ResolveEscalation c -> resolve(c, state);
    };
  }

  private static Decision raise(RaiseEscalation command, Escalation state) {
    // What was withdrawn had no cause then; a later limit of the same clock can still pass.
    if (!(state instanceof Unraised || state instanceof Withdrawn)) return nothingToDo();
    Finding.Cause cause = command.cause();
    return accept(
        new EscalationRaised(
            cause.referral(),
            command.escalation(),
            cause.kind(),
            cause.clock(),
            cause.startedBy(),
            command.due(),
            command.custodian(),
            command.person(),
            command.confirmed()));
  }

  private static Decision confirm(ConfirmEscalation command, Escalation state) {
    return state instanceof Open open && !open.confirmed()
        ? accept(new EscalationConfirmed(open.referral(), command.escalation()))
        : nothingToDo();
  }

  private static Decision withdraw(WithdrawEscalation command, Escalation state) {
    return state instanceof Open open && !open.confirmed()
        ? accept(new EscalationWithdrawn(open.referral(), command.escalation(), command.metBy()))
        : nothingToDo();
  }

  private static Decision resolve(ResolveEscalation command, Escalation state) {
    return state instanceof Open open
        ? accept(
            new EscalationResolved(
                open.referral(),
                command.escalation(),
                command.resolvedBy(),
                command.resolvedByType()))
        : nothingToDo();
  }

  /** Unconfirmed it may yet prove wrong: it does not climb. */
  private static Decision climb(ClimbEscalation command, Escalation state) {
    return state instanceof Open open
            && open.confirmed()
            && open.footing().mayClimbFrom(command.from())
        ? accept(
            new EscalationClimbed(
                open.referral(),
                command.escalation(),
                command.to(),
                command.told().organisation(),
                command.told().person(),
                command.told().post()))
        : nothingToDo();
  }

  private static Decision expire(ExpireAcknowledgement command, Escalation state) {
    return state instanceof Open open && command.by().equals(open.footing().inForce())
        ? accept(new AcknowledgementExpired(open.referral(), command.escalation(), command.by()))
        : nothingToDo();
  }

  private static Decision acknowledge(AcknowledgeEscalation command, Escalation state) {
    return switch (state) {
      case Unraised _ ->
          refuse(
              new Refusal(
                  Refusal.Kind.NOT_FOUND,
                  "escalation-not-found",
                  "There is no escalation "
                      + command.escalation()
                      + "; GET /escalations lists them."));
      case Open open when open.footing().acknowledgedBy().contains(command.by()) -> nothingToDo();
      case Open open ->
          accept(new EscalationAcknowledged(open.referral(), command.escalation(), command.by()));
      case Resolved _, Withdrawn _ ->
          refuse(
              Refusal.conflict(
                  "escalation-closed",
                  "Escalation "
                      + command.escalation()
                      + " is closed: its cause is gone, there is nothing left to acknowledge."));
    };
  }
}
