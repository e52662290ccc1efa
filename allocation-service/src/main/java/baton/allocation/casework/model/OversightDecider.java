package baton.allocation.casework.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;

import baton.allocation.casework.model.Case.AtForce;
import baton.allocation.casework.model.Case.Concluded;
import baton.allocation.casework.model.Case.Open;
import baton.allocation.casework.model.Case.Opened;
import baton.allocation.casework.model.OversightCommand.RecordLocalReference;
import baton.allocation.casework.model.OversightCommand.ReopenCase;
import baton.allocation.casework.model.OversightCommand.ReviewCase;
import baton.allocation.casework.model.OversightCommand.SecureContent;
import baton.contract.allocation.CaseReopened;
import baton.contract.allocation.ContentSecured;
import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.SupervisorReviewed;
import baton.decision.Decision;
import baton.roster.Cover;
import java.util.Objects;

/** Review, the force's own reference, content at the provider, reopening. */
final class OversightDecider {
  private OversightDecider() {}

  static Decision decide(OversightCommand command, Opened at) {
    return switch (command) {
      case ReviewCase c -> review(c, keeping(at));
      case SecureContent c -> secure(c, keeping(at));
      case RecordLocalReference c -> record(c, at);
      case ReopenCase c -> at instanceof Concluded closed ? reopen(c, closed) : nothingToDo();
    };
  }

  private static Decision review(ReviewCase command, Open at) {
    SupervisorReviewed last = at.background().reviewed();
    boolean repeated =
        last != null
            && last.by().equals(command.by())
            && last.grade() == command.grade()
            && last.owner().equals(command.owner())
            && last.nextReview().equals(command.nextReview());
    return repeated
        ? nothingToDo()
        : accept(
            new SupervisorReviewed(
                command.referral(),
                at.keeper(),
                command.by(),
                command.grade(),
                command.owner(),
                command.nextReview(),
                command.outstanding()));
  }

  private static Decision secure(SecureContent command, Open at) {
    ContentSecured last = at.background().secured();
    boolean repeated =
        last != null
            && last.organisation().equals(at.keeper())
            && last.by().equals(command.by())
            && Objects.equals(last.until(), command.until());
    return repeated
        ? nothingToDo()
        : accept(
            new ContentSecured(
                command.referral(), at.keeper(), command.until(), command.by(), command.text()));
  }

  private static Decision record(RecordLocalReference command, Opened at) {
    if (!(at instanceof AtForce held))
      throw new IllegalStateException("no rule refused " + command);
    var reference =
        new LocalReferenceRecorded(
            command.referral(), held.force(), command.system(), command.reference());
    return at.background().references().contains(reference) ? nothingToDo() : accept(reference);
  }

  /** To who had it, if still there; else to the supervisor who opens it again. */
  private static Decision reopen(ReopenCase command, Concluded closed) {
    Cover was = closed.last().holder();
    boolean stillThere =
        command.last() != null
            && command.last().known()
            && command.last().person().equals(was.person());
    Cover next =
        stillThere || closed.last().isOutside()
            ? was
            : Cover.person(
                was.organisation(), command.supervisor().team(), command.supervisor().person());
    return accept(
        new CaseReopened(
            command.referral(),
            next.organisation(),
            next.team(),
            next.person(),
            next.post(),
            command.by(),
            command.reason()));
  }

  private static Open keeping(Opened at) {
    if (at instanceof Open open) return open;
    throw new IllegalStateException("no rule refused work on a concluded case");
  }
}
