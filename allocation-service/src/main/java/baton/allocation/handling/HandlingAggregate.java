package baton.allocation.handling;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.allocation.handling.model.AcknowledgeHandling;
import baton.contract.access.HandlingAcknowledged;
import baton.decision.Decision;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** What people of a force acknowledged of one referral, beside who opened it. */
@AggregateRoot(type = "handling")
public class HandlingAggregate {

  @AggregateIdentifier private String id;
  private HandlingAcknowledged last;

  protected HandlingAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(AcknowledgeHandling command) {
    return Recording.of(command.decide(last));
  }

  @EventSourcingHandler
  void on(HandlingAcknowledged event) {
    id = AcknowledgeHandling.stream(event.referral(), event.force());
    last = event;
  }
}
