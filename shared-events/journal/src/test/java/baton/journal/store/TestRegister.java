package baton.journal.store;

import baton.contract.intake.BatchOpened;
import baton.decision.Command;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** An aggregate whose events concern no single referral. */
@AggregateRoot(type = "TestRegister")
class TestRegister {
  record Open(BatchOpened batch) implements Command {
    @Override
    public String stream() {
      return batch.batch().toString();
    }
  }

  @AggregateIdentifier private String batch;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(Open command) {
    AggregateLifecycle.apply(command.batch());
  }

  @EventSourcingHandler
  void on(BatchOpened event) {
    batch = event.batch().toString();
  }
}
