package baton.testing;

import baton.parts.keys.CheckpointKey;
import baton.parts.keys.KeyEncryptionKey;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a service under test a database, a keyring and a log of its own, all empty, and the key
 * that {@link Tokens} are checked by:
 *
 * <pre>{@code @QuarkusTestResource(BatonTestResource.class)}</pre>
 *
 * Init arguments are passed on as configuration, such as {@code baton.clock=stepped}.
 */
public class BatonTestResource implements QuarkusTestResourceLifecycleManager {
  /** An organisation that no test may ask anything for but the one about quotas. */
  public static final String OF_ONE_CALL_A_SECOND = "of-one-call-a-second";

  private Map<String, String> wanted = Map.of();

  @Override
  public void init(Map<String, String> arguments) {
    wanted = arguments;
  }

  @Override
  public Map<String, String> start() {
    var parts = RealParts.get();
    parts.freshTopics();
    var own = parts.freshDatabase("service");
    var keyring = parts.freshDatabase("keyring");
    var settings = new HashMap<String, String>();
    settings.put("baton.kafka", parts.kafka());
    settings.put("baton.db-url", own.url());
    settings.put("baton.db-user", own.user());
    settings.put("baton.db-password", own.password());
    settings.put("baton.keyring-url", keyring.url());
    settings.put("baton.keyring-user", keyring.user());
    settings.put("baton.keyring-password", keyring.password());
    settings.put("baton.kek", keyEncryptionKey(parts));
    settings.put("baton.checkpoint-key", checkpointKey(parts));
    settings.put("baton.token-key", Tokens.publicKeyFile().toString());
    settings.put("quarkus.http.test-port", "0");
    String quota = "baton.quota.organisations.\"" + OF_ONE_CALL_A_SECOND + "\".";
    settings.put(quota + "calls-per-second", "1");
    settings.put(quota + "calls-at-once", "1");
    settings.putAll(wanted);
    return settings;
  }

  /** The parts serve the next test class too; they end with the JVM. */
  @Override
  public void stop() {}

  private static String keyEncryptionKey(RealParts parts) {
    try {
      return KeyEncryptionKey.in(parts.folder().resolve("keys/kek.json")).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checkpointKey(RealParts parts) {
    try {
      return CheckpointKey.in(parts.folder().resolve("keys")).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
