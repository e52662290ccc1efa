package baton.allocation.webhooks.model;

import java.time.Duration;

/**
 * What came back from a webhook. Source: Standard Webhooks 1.0.0, "Delivery success and failure".
 */
public sealed interface Answer {
  /** 200 to 299: it has it. */
  record Taken(int status) implements Answer {}

  /** 410: it wants no more. */
  record Gone() implements Answer {}

  /**
   * Everything else, redirects included.
   *
   * @param why in a few words of Baton's own
   * @param asked for how long it asked to be left alone, or null
   */
  record Failed(String why, Duration asked) implements Answer {}

  int GONE = 410;

  /**
   * @param retryAfter what its {@code Retry-After} says, or null
   */
  static Answer of(int status, Duration retryAfter) {
    if (status >= 200 && status <= 299) return new Taken(status);
    if (status == GONE) return new Gone();
    String why =
        status >= 300 && status <= 399
            ? "it answered " + status + ", and redirects are not followed"
            : "it answered " + status;
    return new Failed(why, retryAfter);
  }

  /** In a few words. */
  default String words() {
    return switch (this) {
      case Taken taken -> "it answered " + taken.status();
      case Gone _ -> "it answered 410: it wants no more";
      case Failed failed -> failed.why();
    };
  }
}
