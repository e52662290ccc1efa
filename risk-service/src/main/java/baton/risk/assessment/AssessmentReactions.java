package baton.risk.assessment;

import baton.contract.Recorded;
import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.allocation.HandOff;
import baton.contract.allocation.HandOffWithdrawn;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralOriginated;
import baton.contract.intake.ReferralReceived;
import baton.platform.Commands;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralCopy;
import baton.risk.assessment.model.AssessmentCommand.NoteAcceptance;
import baton.risk.assessment.model.AssessmentCommand.NoteOrigin;
import baton.risk.assessment.model.AssessmentCommand.NoteReversion;
import baton.risk.assessment.model.AssessmentCommand.NoteWithdrawal;
import baton.risk.assessment.model.AssessmentCommand.OpenAssessment;
import baton.risk.assessment.model.AssessmentCommand.ResumeActionable;
import baton.risk.assessment.model.AssessmentCommand.TreatAsUrgent;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A receipt opens an assessment; an amendment that makes the referral urgent raises its priority,
 * and one that can be acted on ends a hold; a force's acceptance ends the NCA's part; what reverts
 * from an assessor who is gone has another one; what an organisation brought in begins there.
 */
@ApplicationScoped
public class AssessmentReactions {
  private final Commands commands;

  public AssessmentReactions(Commands commands) {
    this.commands = commands;
  }

  /**
   * @param before what was known of the referral before this event
   */
  public void to(Recorded<?> cause, ReferralCopies before) {
    switch (cause.event()) {
      case ReferralReceived e ->
          commands.react(cause, new OpenAssessment(e.referral(), e.urgent()));
      case ReferralAmended e -> amended(cause, e, before);
      case DisseminationAccepted e ->
          commands.react(cause, new NoteAcceptance(e.referral(), e.number(), e.force()));
      case CustodyReverted e ->
          commands.react(cause, new NoteReversion(e.referral(), e.fromPerson(), e.person()));
      case HandOffWithdrawn e when e.handOff() == HandOff.ASSESSOR ->
          commands.react(cause, new NoteWithdrawal(e.referral(), e.number()));
      case ReferralOriginated e ->
          commands.react(
              cause,
              new NoteOrigin(e.referral(), e.organisation(), e.team(), e.person(), e.grade()));
      default -> {}
    }
  }

  private void amended(Recorded<?> cause, ReferralAmended e, ReferralCopies before) {
    if (e.actionable()) commands.react(cause, new ResumeActionable(e.referral()));
    if (e.urgent() && !wasUrgent(e, before)) commands.react(cause, new TreatAsUrgent(e.referral()));
  }

  private static boolean wasUrgent(ReferralAmended amended, ReferralCopies before) {
    return before.find(amended.referral()).filter(ReferralCopy::urgent).isPresent();
  }
}
