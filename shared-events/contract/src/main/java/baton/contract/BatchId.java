package baton.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One package of referrals, as its sender handed it over. A UUIDv7. */
public record BatchId(UUID value) implements Comparable<BatchId> {
  public BatchId {
    if (value == null) throw new IllegalArgumentException("a batch id is missing");
  }

  /**
   * Reads the canonical text form; anything else is an {@link IllegalArgumentException} that names
   * the form.
   */
  @JsonCreator
  public static BatchId of(String text) {
    return new BatchId(Uuids.parse("a batch id", text));
  }

  @Override
  public int compareTo(BatchId other) {
    return Uuids.compareUnsigned(value, other.value);
  }

  /** The bare value: Axon keys the stream by it. */
  @Override
  @JsonValue
  public String toString() {
    return value.toString();
  }
}
