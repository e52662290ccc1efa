package baton.allocation.webhooks;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import baton.allocation.webhooks.model.Webhook;
import baton.contract.allocation.WebhookEvent;
import baton.decision.Decision;
import baton.platform.Recording;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One webhook, on the register. */
@AggregateRoot(type = "webhook")
public class WebhookAggregate {

  @AggregateIdentifier private String id;
  private Webhook state = Webhook.UNKNOWN;

  protected WebhookAggregate() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Decision handle(Webhook.Register command) {
    return Recording.of(state.decide(command));
  }

  @CommandHandler
  Decision handle(Webhook.Disable command) {
    return Recording.of(state.decide(command));
  }

  @CommandHandler
  Decision handle(Webhook.Enable command) {
    return Recording.of(state.decide(command));
  }

  @CommandHandler
  Decision handle(Webhook.Remove command) {
    return Recording.of(state.decide(command));
  }

  @EventSourcingHandler
  void on(WebhookEvent event) {
    id = Webhook.stream(event.webhook());
    state = Webhook.after(event);
  }
}
