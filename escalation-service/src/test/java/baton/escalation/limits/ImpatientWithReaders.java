package baton.escalation.limits;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Whoever takes nothing is cut soon. */
public class ImpatientWithReaders implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("baton.http.taken-within", "2s", "baton.http.send-buffer", "65536");
  }
}
