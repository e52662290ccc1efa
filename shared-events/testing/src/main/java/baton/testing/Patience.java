package baton.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long a test waits for what must come. Only a test that fails waits for so long, so it is far
 * more than any machine needs, however busy; Awaitility's own ten seconds are not.
 */
public final class Patience {
  public static final Duration MAX = Duration.ofSeconds(60);

  private Patience() {}

  public static ConditionFactory await() {
    return Awaitility.await().atMost(MAX);
  }

  /**
   * @param what is awaited, as a failure says it
   */
  public static ConditionFactory await(String what) {
    return Awaitility.await(what).atMost(MAX);
  }
}
