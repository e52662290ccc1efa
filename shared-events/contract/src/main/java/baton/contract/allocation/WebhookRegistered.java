package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.UUID;

/**
 * From now on the force's feed is sent to this host as well.
 *
 * @param host of the address; the rest of it may be a secret
 * @param scheme of the signature: {@code v1} or {@code v1a}
 * @param kinds wire names of the feed's events that are sent; empty: all of them
 */
@JsonTypeName("baton.webhook-registered.v1")
@JsonPropertyOrder({"force", "webhook", "host", "scheme", "kinds"})
public record WebhookRegistered(
    OrganisationCode force, UUID webhook, String host, String scheme, List<String> kinds)
    implements WebhookEvent {
  public WebhookRegistered {
    requireNonNull(force);
    requireNonNull(webhook);
    requireNonNull(host);
    requireNonNull(scheme);
    kinds = List.copyOf(kinds);
  }
}
