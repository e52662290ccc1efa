package baton.allocation.webhooks.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * How long Baton goes on with a receiver that takes nothing.
 *
 * @param disableAfter of nothing but failures it is left alone
 * @param askedMax a longer {@code Retry-After} is cut to this
 */
public record Patience(Duration disableAfter, Duration askedMax) {
  public Patience {
    requireNonNull(disableAfter);
    requireNonNull(askedMax);
  }

  /**
   * When it is tried again.
   *
   * @param backoff what the attempts so far would have it wait
   * @param asked for how long it asked to be left alone, or null
   */
  public Instant next(Instant now, Duration backoff, Duration asked) {
    if (asked == null || asked.compareTo(backoff) <= 0) return now.plus(backoff);
    return now.plus(asked.compareTo(askedMax) < 0 ? asked : askedMax);
  }

  /**
   * @param failingSince the first attempt in a row that failed
   */
  public boolean isOver(Instant failingSince, Instant now) {
    return !now.isBefore(failingSince.plus(disableAfter));
  }
}
