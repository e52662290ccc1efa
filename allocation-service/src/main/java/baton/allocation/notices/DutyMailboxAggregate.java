package baton.allocation.notices;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.allocation.notices.model.DutyMailbox;
import baton.contract.allocation.DutyMailEvent;
import baton.decision.Decision;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The duty mailbox of one force, on the register. */
@AggregateRoot(type = "duty-mailbox")
public class DutyMailboxAggregate {

  @AggregateIdentifier private String id;
  private DutyMailbox state = DutyMailbox.REACHED;

  protected DutyMailboxAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(DutyMailbox.GiveUp command) {
    return Recording.of(state.decide(command));
  }

  @CommandHandler
  Decision handle(DutyMailbox.Deliver command) {
    return Recording.of(state.decide(command));
  }

  @EventSourcingHandler
  void on(DutyMailEvent event) {
    id = DutyMailbox.stream(event.force());
    state = DutyMailbox.after(event);
  }
}
