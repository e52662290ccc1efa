package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;

/** Somebody of the force has a disabled webhook sent to again. */
@JsonTypeName("baton.webhook-enabled.v1")
@JsonPropertyOrder({"force", "webhook"})
public record WebhookEnabled(OrganisationCode force, UUID webhook) implements WebhookEvent {
  public WebhookEnabled {
    requireNonNull(force);
    requireNonNull(webhook);
  }
}
