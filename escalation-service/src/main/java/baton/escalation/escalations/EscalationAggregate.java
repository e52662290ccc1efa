package baton.escalation.escalations;

import baton.contract.escalation.EscalationEvent;
import baton.contract.escalation.EscalationRaised;
import baton.decision.Decision;
import baton.escalation.escalations.model.Escalation;
import baton.escalation.escalations.model.EscalationCommand;
import baton.escalation.escalations.model.EscalationCommand.AcknowledgeEscalation;
import baton.escalation.escalations.model.EscalationCommand.ClimbEscalation;
import baton.escalation.escalations.model.EscalationCommand.ConfirmEscalation;
import baton.escalation.escalations.model.EscalationCommand.ExpireAcknowledgement;
import baton.escalation.escalations.model.EscalationCommand.RaiseEscalation;
import baton.escalation.escalations.model.EscalationCommand.ResolveEscalation;
import baton.escalation.escalations.model.EscalationCommand.WithdrawEscalation;
import baton.escalation.escalations.model.EscalationDecider;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One escalation in Axon; its rules are {@link EscalationDecider}'s. */
@AggregateRoot(type = "escalation")
public class EscalationAggregate {
  @AggregateIdentifier private String stream;
  private Escalation state = new Escalation.Unraised();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(RaiseEscalation command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ConfirmEscalation command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(WithdrawEscalation command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(AcknowledgeEscalation command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ClimbEscalation command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ExpireAcknowledgement command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ResolveEscalation command) {
    return decide(command);
  }

  @EventSourcingHandler
  void on(EscalationEvent event) {
    if (event instanceof EscalationRaised raised) stream = raised.escalation().toString();
    state = Escalation.evolve(state, event);
  }

  private Decision decide(EscalationCommand command) {
    return Recording.of(EscalationDecider.decide(command, state));
  }
}
