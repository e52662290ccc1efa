package baton.platform.delivery;

import java.time.Duration;

/** How long to wait before the next attempt: twice as long each time, up to a bound. */
public record Backoff(Duration first, Duration max) {
  /**
   * @param attempts made so far, 1 or more
   */
  public Duration after(int attempts) {
    // 2^30 of the shortest wait is beyond every bound, and shifts no bit out.
    Duration wait = first.multipliedBy(1L << Math.min(attempts - 1, 30));
    return wait.compareTo(max) > 0 ? max : wait;
  }

  /**
   * Somewhat shorter, so that those who failed together do not come back together.
   *
   * @param chance from 0 (as {@link #after}) to 1 (half of it)
   */
  public Duration after(int attempts, double chance) {
    return Duration.ofMillis(Math.round(after(attempts).toMillis() * (1 - chance / 2)));
  }
}
