package baton.allocation.casework.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.AtNca;
import baton.allocation.casework.model.Case.Concluded;
import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.Case.Unopened;
import baton.allocation.casework.model.CaseCommand.AtTheForce;
import baton.allocation.casework.model.CaseCommand.ByStaff;
import baton.allocation.casework.model.CaseCommand.ConfirmOutcome;
import baton.allocation.casework.model.CaseCommand.DisseminateUrgent;
import baton.allocation.casework.model.CaseCommand.NoteForce;
import baton.allocation.casework.model.CaseCommand.OpenCase;
import baton.contract.OrganisationCode;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.ForceNoted;
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
            case OpenCase _ -> nothingToDo();
            case NoteForce c -> noteForce(c, open);
            case DisseminateUrgent c -> disseminateUrgent(c, open);
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

  private static Decision noteForce(NoteForce command, Opened open) {
    return command.force().equals(open.noted())
        ? nothingToDo()
        : accept(new ForceNoted(command.referral(), command.force()));
  }

  /** Once only: what a person sent, a force declined or the NCA took back is for people. */
  private static Decision disseminateUrgent(DisseminateUrgent command, Opened open) {
    boolean first = open.disseminations().all().isEmpty();
    if (!(open instanceof AtNca) || open.noted() == null || !first) return nothingToDo();
    return accept(
        new CaseDisseminated(
            command.referral(),
            open.disseminations().nextNumber(),
            OrganisationCode.NCA,
            open.noted(),
            command.reference(),
            true,
            command.dossier()));
  }

  private static Decision byStaff(ByStaff command, Opened open) {
    return switch (open) {
      case AtNca at -> DisseminationDecider.decide(command, at);
      case AtForce at when command instanceof AtTheForce c -> ForceDecider.decide(c, at);
      case AtForce at -> DisseminationDecider.repeated(command, at);
      // The rules let nothing through to a closed case but a confirmation.
      case Concluded c -> confirmedAlready((ConfirmOutcome) command, c);
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
