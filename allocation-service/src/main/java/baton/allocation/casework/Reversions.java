package baton.allocation.casework;

import baton.allocation.caseload.NcaAssessments;
import baton.allocation.casework.model.RevertCustody;
import baton.platform.Attempts;
import baton.platform.Commands;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives what somebody has to who was named beforehand (R4), once. */
@ApplicationScoped
public class Reversions {
  private final Commands commands;
  private final NcaAssessments assessments;
  private final Attempts attempts;

  public Reversions(Commands commands, NcaAssessments assessments, Attempts attempts) {
    this.commands = commands;
    this.assessments = assessments;
    this.attempts = attempts;
  }

  /**
   * In the bound transaction, or one of its own. Whoever has the case meanwhile keeps it.
   *
   * @return whether custody reverted; false where that person does not have it (any more)
   */
  public boolean revert(RevertCustody command) {
    return attempts.inTransaction(
        () ->
            assessments.isHeldBy(command.referral(), command.organisation(), command.from())
                && !commands.sendAsSystem(command).recorded().isEmpty());
  }
}
