package baton.risk.assessment;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.contract.risk.RiskEvent;
import baton.decision.Decision;
import baton.platform.Recording;
import baton.risk.assessment.model.Assessment;
import baton.risk.assessment.model.AssessmentCommand;
import baton.risk.assessment.model.AssessmentCommand.AcceptAssessment;
import baton.risk.assessment.model.AssessmentCommand.AcknowledgeUrgency;
import baton.risk.assessment.model.AssessmentCommand.AssessRisk;
import baton.risk.assessment.model.AssessmentCommand.DeclineAssessment;
import baton.risk.assessment.model.AssessmentCommand.DetermineForce;
import baton.risk.assessment.model.AssessmentCommand.NoteAcceptance;
import baton.risk.assessment.model.AssessmentCommand.NoteOrigin;
import baton.risk.assessment.model.AssessmentCommand.NoteReversion;
import baton.risk.assessment.model.AssessmentCommand.NoteWithdrawal;
import baton.risk.assessment.model.AssessmentCommand.OfferAssessment;
import baton.risk.assessment.model.AssessmentCommand.OpenAssessment;
import baton.risk.assessment.model.AssessmentCommand.RequestCommsData;
import baton.risk.assessment.model.AssessmentCommand.ResumeActionable;
import baton.risk.assessment.model.AssessmentCommand.SetPriority;
import baton.risk.assessment.model.AssessmentCommand.TreatAsUrgent;
import baton.risk.assessment.model.AssessmentDecider;
import baton.risk.assessment.model.EndingCommand.ConfirmEnd;
import baton.risk.assessment.model.EndingCommand.EndHold;
import baton.risk.assessment.model.EndingCommand.ProposeEnd;
import baton.risk.assessment.model.EndingCommand.ReviewHold;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The NCA's assessment of one referral. Axon routes by the command's class: one handler each. */
@AggregateRoot(type = "assessment")
public class AssessmentAggregate {

  @AggregateIdentifier private String id;
  private Assessment state = new Assessment.Unopened();

  protected AssessmentAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(OpenAssessment command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(TreatAsUrgent command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(NoteAcceptance command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(NoteReversion command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(NoteWithdrawal command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(NoteOrigin command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(OfferAssessment command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(AcceptAssessment command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(DeclineAssessment command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(SetPriority command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(DetermineForce command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(AssessRisk command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ResumeActionable command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(RequestCommsData command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(AcknowledgeUrgency command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ProposeEnd command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ConfirmEnd command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ReviewHold command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(EndHold command) {
    return decide(command);
  }

  @EventSourcingHandler
  void on(RiskEvent event) {
    id = event.referral().toString();
    state = Assessment.evolve(state, event);
  }

  private Decision decide(AssessmentCommand command) {
    return Recording.of(AssessmentDecider.decide(command, state));
  }
}
