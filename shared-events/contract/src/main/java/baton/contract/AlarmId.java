package baton.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * One alarm: a UUIDv5 of (kind, clock, organisation, team, person, when it arose), so that one
 * cause can open only one.
 */
public record AlarmId(UUID value) implements Comparable<AlarmId> {
  public AlarmId {
    if (value == null) throw new IllegalArgumentException("an alarm id is missing");
  }

  /**
   * Reads the canonical text form; anything else is an {@link IllegalArgumentException} that names
   * the form.
   */
  @JsonCreator
  public static AlarmId of(String text) {
    return new AlarmId(Uuids.parse("an alarm id", text));
  }

  @Override
  public int compareTo(AlarmId other) {
    return Uuids.compareUnsigned(value, other.value);
  }

  /** The bare value: Axon keys the stream by it. */
  @Override
  @JsonValue
  public String toString() {
    return value.toString();
  }
}
