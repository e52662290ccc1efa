package baton.intake.batch;

import static org.axonframework.modelling.command.AggregateCreationPolicy.ALWAYS;

import baton.contract.intake.BatchEvent;
import baton.contract.intake.BatchOpened;
import baton.contract.intake.BatchReceived;
import baton.decision.Decision;
import baton.intake.batch.model.Batch;
import baton.intake.batch.model.BatchCommand.CloseBatch;
import baton.intake.batch.model.BatchCommand.OpenBatch;
import baton.intake.batch.model.BatchDecider;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One package of referrals. */
@AggregateRoot(type = "batch")
public class BatchAggregate {

  @AggregateIdentifier private String id;
  private Batch state = new Batch.Unopened();

  protected BatchAggregate() {}

  @CommandHandler
  @CreationPolicy(ALWAYS)
  Decision handle(OpenBatch command) {
    return Recording.of(BatchDecider.open(command));
  }

  @CommandHandler
  Decision handle(CloseBatch command) {
    return Recording.of(BatchDecider.close(command, state));
  }

  @EventSourcingHandler
  void on(BatchEvent event) {
    id =
        switch (event) {
          case BatchOpened e -> e.batch().toString();
          case BatchReceived e -> e.batch().toString();
        };
    state = Batch.evolve(state, event);
  }
}
