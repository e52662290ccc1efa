package baton.escalation.escalations.model;

import static java.util.Objects.requireNonNull;

import baton.custody.Finding;
import java.time.Instant;

/**
 * An escalation that was raised once.
 *
 * @param due as it was when it was raised, or null
 * @param confirmed false while a silent writer may still prove it wrong
 */
public record Standing(Finding.Cause cause, Instant due, boolean confirmed, State state) {
  public enum State {
    OPEN,
    RESOLVED,
    WITHDRAWN
  }

  public Standing {
    requireNonNull(cause);
    requireNonNull(state);
  }
}
