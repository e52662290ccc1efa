package baton.replay;

import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
import baton.replay.model.Ledger;
import java.time.Instant;

/**
 * What a replay is to do.
 *
 * @param bootstrap where the broker is
 * @param referralsTopic usually {@code baton.referrals}
 * @param registerTopic usually {@code baton.register}, read first; null where there is none
 * @param size of the ledger, and with it how many threads read
 * @param policy what counts before anything is adopted
 * @param asAt what was recorded later is left out; {@link Instant#MAX} for everything
 */
public record ReplaySettings(
    String bootstrap,
    String referralsTopic,
    String registerTopic,
    Ledger.Size size,
    PolicyBook policy,
    Instant asAt) {

  /** Everything that Baton's own topics hold, by its default timescales. */
  public static ReplaySettings of(String bootstrap, Ledger.Size size) {
    return new ReplaySettings(
        bootstrap, "baton.referrals", "baton.register", size, Defaults.book(), Instant.MAX);
  }

  public ReplaySettings asAt(Instant time) {
    return new ReplaySettings(bootstrap, referralsTopic, registerTopic, size, policy, time);
  }

  /** Another topic instead of both. */
  public ReplaySettings reading(String topic) {
    return new ReplaySettings(bootstrap, topic, null, size, policy, asAt);
  }
}
