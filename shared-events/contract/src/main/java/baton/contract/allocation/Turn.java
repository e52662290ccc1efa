package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.PersonId;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * One turn of duty.
 *
 * @param until exclusive
 * @param onCall reachable, and not at the desk
 */
@JsonPropertyOrder({"person", "from", "until", "onCall"})
public record Turn(PersonId person, Instant from, Instant until, boolean onCall) {
  public Turn {
    requireNonNull(person);
    requireNonNull(from);
    requireNonNull(until);
  }
}
