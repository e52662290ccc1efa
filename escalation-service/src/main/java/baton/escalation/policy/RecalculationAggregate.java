package baton.escalation.policy;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.contract.escalation.DeadlinesRecalculated;
import baton.decision.Decision;
import baton.escalation.policy.model.RecalculateDeadlines;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * The recalculations of one referral, in Axon. That none is recorded twice is the work's own: it
 * keeps how far it has got in the transaction that appends.
 */
@AggregateRoot(type = "recalculation")
public class RecalculationAggregate {
  @AggregateIdentifier private String stream;

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(RecalculateDeadlines command) {
    return Recording.of(Decision.accept(command.event()));
  }

  @EventSourcingHandler
  void on(DeadlinesRecalculated event) {
    stream = RecalculateDeadlines.stream(event.referral());
  }
}
