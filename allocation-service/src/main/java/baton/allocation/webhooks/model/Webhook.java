package baton.allocation.webhooks.model;

import baton.contract.OrganisationCode;
import baton.contract.allocation.WebhookDisabled;
import baton.contract.allocation.WebhookDisabled.Because;
import baton.contract.allocation.WebhookEnabled;
import baton.contract.allocation.WebhookEvent;
import baton.contract.allocation.WebhookRegistered;
import baton.contract.allocation.WebhookRemoved;
import baton.decision.Command;
import baton.decision.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is on the register of one webhook. */
public enum Webhook {
  UNKNOWN,
  ACTIVE,
  DISABLED,
  REMOVED;

  /** What is to become of it. */
  public sealed interface Wanted extends Command {
    UUID webhook();

    @Override
    default String stream() {
      return Webhook.stream(webhook());
    }
  }

  /**
   * @param kinds wire names; empty: all
   */
  public record Register(
      OrganisationCode force, UUID webhook, String host, Scheme scheme, List<String> kinds)
      implements Wanted {}

  public record Disable(
      OrganisationCode force,
      UUID webhook,
      String host,
      Because because,
      Instant failingSince,
      String failure)
      implements Wanted {}

  public record Enable(OrganisationCode force, UUID webhook) implements Wanted {}

  public record Remove(OrganisationCode force, UUID webhook) implements Wanted {}

  public static String stream(UUID webhook) {
    return "webhook-" + webhook;
  }

  public Decision decide(Wanted wanted) {
    return switch (wanted) {
      case Register c when this == UNKNOWN ->
          Decision.accept(
              new WebhookRegistered(
                  c.force(), c.webhook(), c.host(), c.scheme().word(), c.kinds()));
      case Disable c when this == ACTIVE ->
          Decision.accept(
              new WebhookDisabled(
                  c.force(), c.webhook(), c.host(), c.because(), c.failingSince(), c.failure()));
      case Enable c when this == DISABLED ->
          Decision.accept(new WebhookEnabled(c.force(), c.webhook()));
      case Remove c when this == ACTIVE || this == DISABLED ->
          Decision.accept(new WebhookRemoved(c.force(), c.webhook()));
      // Two instances, or two people, may come to the same at once.
      case Register _, Disable _, Enable _, Remove _ -> Decision.nothingToDo();
    };
  }

  public static Webhook after(WebhookEvent event) {
    return switch (event) {
      case WebhookRegistered _, WebhookEnabled _ -> ACTIVE;
      case WebhookDisabled _ -> DISABLED;
      case WebhookRemoved _ -> REMOVED;
    };
  }
}
