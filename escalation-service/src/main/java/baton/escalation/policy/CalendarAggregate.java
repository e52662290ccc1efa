package baton.escalation.policy;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.contract.escalation.CalendarAdopted;
import baton.decision.Decision;
import baton.escalation.policy.model.AdoptCalendar;
import baton.journal.clock.BusinessClock;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The calendar of one nation, in Axon. */
@AggregateRoot(type = "calendar")
public class CalendarAggregate {
  @AggregateIdentifier private String stream;
  private CalendarAdopted last;

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(AdoptCalendar command, BusinessClock clock) {
    return Recording.of(command.decide(last, clock.instant()));
  }

  @EventSourcingHandler
  void on(CalendarAdopted event) {
    stream = AdoptCalendar.stream(event.nation());
    last = event;
  }
}
