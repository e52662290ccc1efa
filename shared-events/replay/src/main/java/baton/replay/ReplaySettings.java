package baton.replay;

import baton.policy.PolicyBook;
import baton.policy.file.Defaults;
import baton.replay.model.Ledger;
import java.time.Instant;
import java.util.Map;

/**
 * What a replay is to do.
 *
 * @param kafka how to reach the broker: {@code bootstrap.servers} and security
 * @param referralsTopic usually {@code baton.referrals}
 * @param registerTopic usually {@code baton.register}, read first; null where there is none
 * @param size of the ledger, and with it how many threads read
 * @param policy what counts before anything is adopted
 * @param asAt what was recorded later is left out; {@link Instant#MAX} for everything
 */
public record ReplaySettings(
    Map<String, Object> kafka,
    String referralsTopic,
    String registerTopic,
    Ledger.Size size,
    PolicyBook policy,
    Instant asAt) {

  /** Everything that Baton's own topics hold, by its default timescales. */
  public static ReplaySettings of(Map<String, Object> kafka, Ledger.Size size) {
    return new ReplaySettings(
        kafka, "baton.referrals", "baton.register", size, Defaults.book(), Instant.MAX);
  }

  /** The same at a broker that lets in everybody. */
  public static ReplaySettings atOpenBroker(String bootstrap, Ledger.Size size) {
    return of(Map.of("bootstrap.servers", bootstrap), size);
  }

  public ReplaySettings asAt(Instant time) {
    return new ReplaySettings(kafka, referralsTopic, registerTopic, size, policy, time);
  }

  /** Another topic instead of both. */
  public ReplaySettings reading(String topic) {
    return new ReplaySettings(kafka, topic, null, size, policy, asAt);
  }
}
