package baton.escalation.catchup;

import baton.contract.escalation.CatchUpPlanAdopted;
import baton.decision.Decision;
import baton.escalation.catchup.model.AdoptCatchUpPlan;
import baton.escalation.catchup.model.CatchUpPlan;
import baton.journal.clock.BusinessClock;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One catch-up plan in Axon; its rules are {@link CatchUpPlan}'s. */
@AggregateRoot(type = "catch-up-plan")
public class CatchUpPlanAggregate {
  @AggregateIdentifier private String stream;
  private CatchUpPlan state = CatchUpPlan.NONE;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(AdoptCatchUpPlan command, BusinessClock clock) {
    return Recording.of(CatchUpPlan.decide(command, state, clock.instant()));
  }

  @EventSourcingHandler
  void on(CatchUpPlanAdopted event) {
    stream = AdoptCatchUpPlan.stream(event.organisation(), event.plan());
    state = CatchUpPlan.evolve(state, event);
  }
}
