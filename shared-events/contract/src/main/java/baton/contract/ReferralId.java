package baton.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One referral, for ever. A UUIDv7, so that ids sort by the time of receipt. */
public record ReferralId(UUID value) implements Comparable<ReferralId> {
  public ReferralId {
    if (value == null) throw new IllegalArgumentException("a referral id is missing");
    if (value.version() != 7)
      throw new IllegalArgumentException(
          "a referral id is a UUIDv7, this is version " + value.version());
  }

  /**
   * Reads the canonical text form; anything else is an {@link IllegalArgumentException} that names
   * the form.
   */
  @JsonCreator
  public static ReferralId of(String text) {
    return new ReferralId(Uuids.parse("a referral id", text));
  }

  @Override
  public int compareTo(ReferralId other) {
    return Uuids.compareUnsigned(value, other.value);
  }

  /** The bare value: Axon keys the stream by it. */
  @Override
  @JsonValue
  public String toString() {
    return value.toString();
  }
}
