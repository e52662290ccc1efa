package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/** The silent writer is heard again. */
@JsonTypeName("baton.blindness-ended.v1")
@JsonPropertyOrder({"writer", "watermark"})
public record BlindnessEnded(String writer, Instant watermark) implements OversightEvent {
  public BlindnessEnded {
    requireNonNull(writer);
    requireNonNull(watermark);
  }
}
