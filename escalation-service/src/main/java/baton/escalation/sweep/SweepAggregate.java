package baton.escalation.sweep;

import baton.contract.escalation.ReplaySwept;
import baton.decision.Decision;
import baton.escalation.sweep.model.SweepRecord;
import baton.escalation.sweep.model.SweepRecord.RecordSweep;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The one line that a sweep leaves on the register, in Axon. */
@AggregateRoot(type = "sweep")
public class SweepAggregate {
  @AggregateIdentifier private String stream;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(RecordSweep command) {
    return Recording.of(SweepRecord.decide(command, stream != null));
  }

  @EventSourcingHandler
  void on(ReplaySwept event) {
    stream = SweepRecord.stream(event.sweep());
  }
}
