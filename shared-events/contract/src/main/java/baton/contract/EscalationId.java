package baton.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * One escalation: a UUIDv5 of (referral, kind, clock, starting event), so that one cause can open
 * only one.
 */
public record EscalationId(UUID value) implements Comparable<EscalationId> {
  public EscalationId {
    if (value == null) throw new IllegalArgumentException("an escalation id is missing");
  }

  /**
   * Reads the canonical text form; anything else is an {@link IllegalArgumentException} that names
   * the form.
   */
  @JsonCreator
  public static EscalationId of(String text) {
    return new EscalationId(Uuids.parse("an escalation id", text));
  }

  @Override
  public int compareTo(EscalationId other) {
    return Uuids.compareUnsigned(value, other.value);
  }

  /** The bare value: Axon keys the stream by it. */
  @Override
  @JsonValue
  public String toString() {
    return value.toString();
  }
}
