package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * A writer has been silent: what falls due from here on is raised unconfirmed.
 *
 * @param writer the service's source, such as /risk-service
 * @param watermark up to which business time its events are known, or null if it was never heard
 */
@JsonTypeName("baton.blindness-declared.v1")
@JsonPropertyOrder({"writer", "watermark"})
public record BlindnessDeclared(String writer, Instant watermark) implements OversightEvent {
  public BlindnessDeclared {
    requireNonNull(writer);
  }
}
