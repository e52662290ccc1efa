package baton.local.stories;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/**
 * Real referrals that were left lying, and how synthetic ones are brought to exactly where they
 * were left. Source: domain reference 2.4.
 *
 * @param story what happened
 * @param realDelay how long they really lay, as the source puts it
 * @param clock the clock that somebody should have looked at
 * @param bring gives the referrals, once they are where the real ones were
 */
public record RealCase(
    String story, String realDelay, String clock, Function<Hands, List<String>> bring) {
  public RealCase {
    requireNonNull(story);
    requireNonNull(realDelay);
    requireNonNull(clock);
    requireNonNull(bring);
  }
}
