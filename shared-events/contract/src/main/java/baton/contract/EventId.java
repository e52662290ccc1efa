package baton.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One event. A UUIDv7, and the associated data under which the event's personal data is sealed. */
public record EventId(UUID value) implements Comparable<EventId> {
  public EventId {
    if (value == null) throw new IllegalArgumentException("an event id is missing");
  }

  /**
   * Reads the canonical text form; anything else is an {@link IllegalArgumentException} that names
   * the form.
   */
  @JsonCreator
  public static EventId of(String text) {
    return new EventId(Uuids.parse("an event id", text));
  }

  @Override
  public int compareTo(EventId other) {
    return Uuids.compareUnsigned(value, other.value);
  }

  /** The bare value: Axon keys the stream by it. */
  @Override
  @JsonValue
  public String toString() {
    return value.toString();
  }
}
