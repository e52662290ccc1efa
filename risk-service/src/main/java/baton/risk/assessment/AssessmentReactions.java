package baton.risk.assessment;

import baton.contract.Recorded;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.intake.ReferralAmended;
import baton.contract.intake.ReferralReceived;
import baton.decision.Command;
import baton.platform.Commands;
import baton.platform.referral.ReferralCopies;
import baton.platform.referral.ReferralCopy;
import baton.risk.assessment.model.AssessmentCommand.NoteAcceptance;
import baton.risk.assessment.model.AssessmentCommand.OpenAssessment;
import baton.risk.assessment.model.AssessmentCommand.TreatAsUrgent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * A receipt opens an assessment; an amendment that makes the referral urgent raises its priority; a
 * force's acceptance ends the NCA's part.
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
    command(cause, before).ifPresent(command -> commands.react(cause, command));
  }

  private static Optional<Command> command(Recorded<?> cause, ReferralCopies before) {
    return switch (cause.event()) {
      case ReferralReceived e -> Optional.of(new OpenAssessment(e.referral(), e.urgent()));
      case ReferralAmended e when e.urgent() && !wasUrgent(e, before) ->
          Optional.of(new TreatAsUrgent(e.referral()));
      case DisseminationAccepted e ->
          Optional.of(new NoteAcceptance(e.referral(), e.number(), e.force()));
      default -> Optional.empty();
    };
  }

  private static boolean wasUrgent(ReferralAmended amended, ReferralCopies before) {
    return before.find(amended.referral()).filter(ReferralCopy::urgent).isPresent();
  }
}
