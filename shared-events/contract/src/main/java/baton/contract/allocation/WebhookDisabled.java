package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;

/**
 * A webhook is sent nothing more until somebody of the force enables it again; what it misses until
 * then it gets afterwards.
 *
 * @param failingSince system time of the first attempt in a row that failed
 * @param failure of the last attempt, in Baton's own words
 */
@JsonTypeName("baton.webhook-disabled.v1")
@JsonPropertyOrder({"force", "webhook", "host", "because", "failingSince", "failure"})
public record WebhookDisabled(
    OrganisationCode force,
    UUID webhook,
    String host,
    Because because,
    Instant failingSince,
    String failure)
    implements WebhookEvent {
  public enum Because {
    /** It has taken nothing for days. */
    FAILING,
    /** It answered that it wants no more (410). */
    GONE,
    /** Who had it made acts for the force no longer. */
    NOT_ALLOWED
  }

  public WebhookDisabled {
    requireNonNull(force);
    requireNonNull(webhook);
    requireNonNull(host);
    requireNonNull(because);
    requireNonNull(failingSince);
    requireNonNull(failure);
  }
}
