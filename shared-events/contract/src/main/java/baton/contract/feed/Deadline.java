package baton.contract.feed;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * One clock of a referral that concerns the force.
 *
 * @param clock its name, such as {@code FORCE_ACCEPTS}; text, for later versions have more of them
 * @param due the last instant that is in time
 * @param dueBefore null where it was not moved
 * @param endedAt when it was met or stopped, or null while it runs
 */
@JsonPropertyOrder({"clock", "state", "started", "due", "dueBefore", "endedAt"})
public record Deadline(
    String clock, State state, Instant started, Instant due, Instant dueBefore, Instant endedAt) {
  public enum State {
    /** It may have expired: who reads compares {@code due} with the time. */
    RUNNING,
    MET,
    /** It became pointless without being met. */
    STOPPED
  }

  public Deadline {
    requireNonNull(clock);
    requireNonNull(state);
    requireNonNull(started);
    requireNonNull(due);
  }
}
