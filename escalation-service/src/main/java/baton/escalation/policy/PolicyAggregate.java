package baton.escalation.policy;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.contract.escalation.AdoptionEvent;
import baton.contract.escalation.LadderAdopted;
import baton.contract.escalation.TimescalesAdopted;
import baton.decision.Decision;
import baton.escalation.policy.model.Adopted;
import baton.escalation.policy.model.PolicyCommand;
import baton.escalation.policy.model.PolicyCommand.AdoptLadder;
import baton.escalation.policy.model.PolicyCommand.AdoptTimescales;
import baton.escalation.policy.model.PolicyDecider;
import baton.journal.clock.BusinessClock;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** What one organisation has adopted, in Axon; the rules are {@link PolicyDecider}'s. */
@AggregateRoot(type = "policy")
public class PolicyAggregate {
  @AggregateIdentifier private String stream;
  private Adopted state = Adopted.NOTHING;

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(AdoptTimescales command, BusinessClock clock) {
    return Recording.of(PolicyDecider.decide(command, state, clock.instant()));
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(AdoptLadder command, BusinessClock clock) {
    return Recording.of(PolicyDecider.decide(command, state, clock.instant()));
  }

  @EventSourcingHandler
  void on(AdoptionEvent event) {
    if (event instanceof TimescalesAdopted e) stream = PolicyCommand.stream(e.organisation());
    if (event instanceof LadderAdopted e) stream = PolicyCommand.stream(e.organisation());
    state = Adopted.evolve(state, event);
  }
}
