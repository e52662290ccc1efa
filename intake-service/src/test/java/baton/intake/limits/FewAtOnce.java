package baton.intake.limits;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Much less room than two hundred requests want. */
public class FewAtOnce implements QuarkusTestProfile {
  static final int AT_ONCE = 40;
  static final int CONNECTIONS = 6;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "baton.http.at-once", Integer.toString(AT_ONCE),
        "quarkus.datasource.jdbc.max-size", Integer.toString(CONNECTIONS),
        "quarkus.datasource.jdbc.acquisition-timeout", "1");
  }
}
