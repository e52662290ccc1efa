package baton.allocation.openlist;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.allocation.openlist.model.ReconcileOpenList;
import baton.contract.allocation.OpenListReconciled;
import baton.decision.Decision;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The lists that one system of a force sent, on the register: each comparison is a fact. */
@AggregateRoot(type = "open-list")
public class OpenListAggregate {

  @AggregateIdentifier private String id;

  protected OpenListAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(ReconcileOpenList command) {
    return Recording.of(Decision.accept(command.reconciled()));
  }

  @EventSourcingHandler
  void on(OpenListReconciled event) {
    id = ReconcileOpenList.stream(event.force(), event.system());
  }
}
