package baton.platform;

import java.time.Duration;

/** Nothing may be stored now: the message says why, and what has to happen first. */
public final class StoreRefuses extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Duration A_LOOK_LASTS = Duration.ofSeconds(5);
  private static final Duration A_RECOVERY_LASTS = Duration.ofMinutes(1);

  private final String next;
  private final Duration retryAfter;

  private StoreRefuses(String why, String next, Duration retryAfter) {
    super(why);
    this.next = next;
    this.retryAfter = retryAfter;
  }

  /** The service has just started and compares its store with the log. */
  public static StoreRefuses untilCompared() {
    return new StoreRefuses(
        "Whether the store and the log belong together is not known yet",
        "send it again in a moment",
        A_LOOK_LASTS);
  }

  /**
   * @param why in a sentence
   */
  public static StoreRefuses untilRecovered(String why) {
    return new StoreRefuses(
        why, "an operator has to recover the service, then send it again", A_RECOVERY_LASTS);
  }

  /** What the caller does. */
  public String next() {
    return next;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
