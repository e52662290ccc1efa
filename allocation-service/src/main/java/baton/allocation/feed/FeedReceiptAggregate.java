package baton.allocation.feed;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.allocation.feed.model.ReceiveDisseminations;
import baton.contract.allocation.DisseminationsReceived;
import baton.decision.Decision;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Up to where a force's system has its feed, on the register. */
@AggregateRoot(type = "feed-receipt")
public class FeedReceiptAggregate {

  @AggregateIdentifier private String id;
  private long upTo;

  protected FeedReceiptAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(ReceiveDisseminations command) {
    return Recording.of(command.decide(upTo));
  }

  @EventSourcingHandler
  void on(DisseminationsReceived event) {
    id = ReceiveDisseminations.stream(event.force());
    upTo = event.upTo();
  }
}
