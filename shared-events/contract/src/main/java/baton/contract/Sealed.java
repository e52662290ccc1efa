package baton.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Base64;

/**
 * Personal data: who a person is, and everything in free text. On the wire it is a box (AES-256-GCM
 * under the data key {@code key}, the event's id as associated data, base64) and nothing else.
 * {@code open} exists in memory only, between a command and the moment the event is stored.
 */
@JsonPropertyOrder({"key", "box"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sealed<T>(
    @JsonProperty("key") String key, @JsonProperty("box") String box, @JsonIgnore T open) {
  public Sealed {
    boolean closed = key != null && box != null;
    if (closed == (open != null))
      throw new IllegalArgumentException("sealed data is either a key with a box, or open");
  }

  /** Personal data that is still to be sealed. */
  public static <T> Sealed<T> open(T value) {
    return new Sealed<>(null, null, value);
  }

  /** A box as it stands on the wire. */
  public static <T> Sealed<T> box(String key, byte[] box) {
    return new Sealed<>(key, Base64.getEncoder().encodeToString(box), null);
  }

  @JsonIgnore
  public boolean isOpen() {
    return open != null;
  }

  /** Never prints what is inside. */
  @Override
  public String toString() {
    return isOpen() ? "Sealed[open]" : "Sealed[key=" + key + "]";
  }
}
