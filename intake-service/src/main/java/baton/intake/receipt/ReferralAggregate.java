package baton.intake.receipt;

import static org.axonframework.modelling.command.AggregateCreationPolicy.ALWAYS;

import baton.contract.intake.IntakeEvent;
import baton.decision.Decision;
import baton.intake.progress.model.ProgressCommand.ReportProgress;
import baton.intake.progress.model.ProgressCommand.RequestProgress;
import baton.intake.progress.model.ProgressDecider;
import baton.intake.receipt.model.ReceiptCommand.ReceiveAgain;
import baton.intake.receipt.model.ReceiptCommand.ReceiveReferral;
import baton.intake.receipt.model.ReceiptDecider;
import baton.intake.receipt.model.Referral;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One referral as its sender hands it over, once or several times. */
@AggregateRoot(type = "referral")
public class ReferralAggregate {

  @AggregateIdentifier private String id;
  private Referral state = new Referral.Unknown();

  protected ReferralAggregate() {}

  /** The registry says that it is new, so the store is not asked: a race ends in its unique key. */
  @CommandHandler
  @CreationPolicy(ALWAYS)
  Decision handle(ReceiveReferral command) {
    return Recording.of(ReceiptDecider.receive(command));
  }

  @CommandHandler
  Decision handle(ReceiveAgain command) {
    return Recording.of(ReceiptDecider.receiveAgain(command, state));
  }

  @CommandHandler
  Decision handle(RequestProgress command) {
    return Recording.of(ProgressDecider.decide(command, state));
  }

  @CommandHandler
  Decision handle(ReportProgress command) {
    return Recording.of(ProgressDecider.decide(command, state));
  }

  @EventSourcingHandler
  void on(IntakeEvent event) {
    id = event.referral().toString();
    state = Referral.evolve(state, event);
  }
}
