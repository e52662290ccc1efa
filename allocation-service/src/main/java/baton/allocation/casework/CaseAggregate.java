package baton.allocation.casework;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.allocation.casework.model.Case;
import baton.allocation.casework.model.CaseCommand;
import baton.allocation.casework.model.CaseCommand.AcceptAllocation;
import baton.allocation.casework.model.CaseCommand.AcceptDissemination;
import baton.allocation.casework.model.CaseCommand.AllocateCase;
import baton.allocation.casework.model.CaseCommand.ConfirmOutcome;
import baton.allocation.casework.model.CaseCommand.DeclineAllocation;
import baton.allocation.casework.model.CaseCommand.DeclineDissemination;
import baton.allocation.casework.model.CaseCommand.DisseminateCase;
import baton.allocation.casework.model.CaseCommand.DisseminateUrgent;
import baton.allocation.casework.model.CaseCommand.EndDispute;
import baton.allocation.casework.model.CaseCommand.EndOffers;
import baton.allocation.casework.model.CaseCommand.NoteForce;
import baton.allocation.casework.model.CaseCommand.NoteOpenList;
import baton.allocation.casework.model.CaseCommand.NoteOrigin;
import baton.allocation.casework.model.CaseCommand.OpenCase;
import baton.allocation.casework.model.CaseCommand.ProposeOutcome;
import baton.allocation.casework.model.CaseCommand.RecordAction;
import baton.allocation.casework.model.CaseCommand.WithdrawAllocation;
import baton.allocation.casework.model.CaseCommand.WithdrawDissemination;
import baton.allocation.casework.model.CaseCommand.WithdrawOffer;
import baton.allocation.casework.model.CaseDecider;
import baton.allocation.casework.model.OutsideCommand.ConfirmOutsideAcceptance;
import baton.allocation.casework.model.OutsideCommand.ProposeOutsideAcceptance;
import baton.allocation.casework.model.OversightCommand.RecordLocalReference;
import baton.allocation.casework.model.OversightCommand.ReopenCase;
import baton.allocation.casework.model.OversightCommand.ReviewCase;
import baton.allocation.casework.model.OversightCommand.SecureContent;
import baton.allocation.casework.model.RevertCustody;
import baton.contract.allocation.AllocationEvent;
import baton.decision.Decision;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One referral on its way to an officer. Axon routes by the command's class: one handler each. */
@AggregateRoot(type = "case")
public class CaseAggregate {

  @AggregateIdentifier private String id;
  private Case state = new Case.Unopened();

  protected CaseAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(OpenCase command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(NoteForce command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(NoteOrigin command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(DisseminateUrgent command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(WithdrawOffer command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(EndOffers command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(EndDispute command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(NoteOpenList command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(RevertCustody command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(DisseminateCase command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(WithdrawDissemination command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(AcceptDissemination command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(DeclineDissemination command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ProposeOutsideAcceptance command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ConfirmOutsideAcceptance command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(AllocateCase command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(WithdrawAllocation command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(AcceptAllocation command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(DeclineAllocation command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(RecordAction command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ProposeOutcome command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ConfirmOutcome command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ReviewCase command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(RecordLocalReference command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(SecureContent command) {
    return decide(command);
  }

  @CommandHandler
  Decision handle(ReopenCase command) {
    return decide(command);
  }

  @EventSourcingHandler
  void on(AllocationEvent event) {
    id = event.referral().toString();
    state = Case.evolve(state, event);
  }

  private Decision decide(CaseCommand command) {
    return Recording.of(CaseDecider.decide(command, state));
  }
}
