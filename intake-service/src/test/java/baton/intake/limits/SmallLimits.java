package baton.intake.limits;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits that a test reaches soon. */
public class SmallLimits implements QuarkusTestProfile {
  /** Requests that are answered at once. */
  static final int AT_ONCE = 6;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("baton.quota.organisations.\"busy-agency\".calls-per-second", "2"),
        Map.entry("baton.quota.organisations.\"busy-agency\".calls-at-once", "5"),
        Map.entry("baton.quota.organisations.\"paced-agency\".lines-per-second", "400"),
        Map.entry("baton.quota.organisations.\"paced-agency\".lines-at-once", "500"),
        Map.entry("baton.http.at-once", Integer.toString(AT_ONCE)),
        Map.entry("baton.http.uploads", "3"),
        Map.entry("baton.http.uploads-each", "2"),
        Map.entry("baton.http.body-within", "1s"),
        Map.entry("baton.http.headers-within", "8s"),
        Map.entry("quarkus.http.read-timeout", "5s"),
        Map.entry("quarkus.http.idle-timeout", "6s"),
        Map.entry("quarkus.http.limits.max-connections", "30"),
        Map.entry("quarkus.datasource.jdbc.max-size", "5"),
        Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "1"));
  }
}
