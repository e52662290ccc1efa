package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;

/** The force's feed is sent to this webhook no longer, for good. */
@JsonTypeName("baton.webhook-removed.v1")
@JsonPropertyOrder({"force", "webhook"})
public record WebhookRemoved(OrganisationCode force, UUID webhook) implements WebhookEvent {
  public WebhookRemoved {
    requireNonNull(force);
    requireNonNull(webhook);
  }
}
