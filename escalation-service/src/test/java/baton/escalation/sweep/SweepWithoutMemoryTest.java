package baton.escalation.sweep;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import baton.escalation.fixtures.Live;
import baton.testing.BatonTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sweep that cannot fit is refused before it begins. */
@QuarkusTest
@TestProfile(SweepWithoutMemoryTest.NextToNothing.class)
class SweepWithoutMemoryTest {
  public static class NextToNothing implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(
              BatonTestResource.class, Map.of("baton.escalation.sweep.memory-max", "64K")));
    }
  }

  @Test
  void it_is_told_how_much_it_takes_and_what_to_do() {
    for (String body : List.of("{}", "{\"asAt\":\"2026-01-01T00:00:00Z\"}"))
      Live.auditor()
          .contentType("application/json")
          .body(body)
          .post("/sweeps")
          .then()
          .statusCode(409)
          .contentType("application/problem+json")
          .body("type", endsWith("sweep-memory"))
          .body("detail", containsString("baton.escalation.sweep.memory-max"));
  }
}
