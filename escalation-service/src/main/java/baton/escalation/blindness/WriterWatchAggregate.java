package baton.escalation.blindness;

import baton.contract.escalation.BlindnessDeclared;
import baton.contract.escalation.OversightEvent;
import baton.decision.Decision;
import baton.escalation.blindness.model.WatchCommand;
import baton.escalation.blindness.model.WatchCommand.DeclareBlindness;
import baton.escalation.blindness.model.WatchCommand.EndBlindness;
import baton.escalation.blindness.model.WriterWatch;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The watch over one writer in Axon; its rules are {@link WriterWatch}'s. */
@AggregateRoot(type = "writer-watch")
public class WriterWatchAggregate {
  @AggregateIdentifier private String stream;
  private WriterWatch state = new WriterWatch.Heard();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(DeclareBlindness command) {
    return Recording.of(WriterWatch.decide(command, state));
  }

  @CommandHandler
  Decision handle(EndBlindness command) {
    return Recording.of(WriterWatch.decide(command, state));
  }

  @EventSourcingHandler
  void on(OversightEvent event) {
    if (event instanceof BlindnessDeclared declared)
      stream = WatchCommand.stream(declared.writer());
    state = WriterWatch.evolve(state, event);
  }
}
