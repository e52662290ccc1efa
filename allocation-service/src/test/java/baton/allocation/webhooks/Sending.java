package baton.allocation.webhooks;

import baton.allocation.notices.Mailboxes;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * Receivers of tests are on this machine, and nobody wants to wait for 15 s. Forces 41 and 22 have
 * duty mailboxes.
 */
public class Sending implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "baton.webhooks.allow-anywhere", "true",
        "baton.webhooks.allow-http", "true",
        "baton.webhooks.answer-max", "5s",
        "baton.webhooks.look-every", "100ms");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(Mailboxes.class));
  }
}
