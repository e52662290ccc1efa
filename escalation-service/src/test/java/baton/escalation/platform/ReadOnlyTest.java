package baton.escalation.platform;

import static baton.escalation.fixtures.Live.as;
import static baton.escalation.fixtures.Live.auditor;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import baton.escalation.fixtures.OtherServices;
import baton.escalation.fixtures.Story;
import baton.testing.BatonTestResource;
import baton.testing.RealParts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A copy of another Baton's log: it reads and answers, and neither takes a command nor acts. */
@QuarkusTest
@TestProfile(ReadOnlyTest.ACopy.class)
class ReadOnlyTest {
  private static final String COPY = "imported from a test";
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final List<String> ROLES =
      List.of(
          "administrator", "supervisor", "auditor", "allocator", "assessor", "officer", "agency");

  /** What a copy does, besides what it is asked about custody, audit, samples and progress. */
  private static final Set<String> SERVED = Set.of("post /sweeps", "delete /sweeps/{id}");

  private static final List<String> READ =
      List.of("/custody", "/audit", "/sweeps", "/progress", "/parked");

  /** Databases and topics of its own. */
  public static class ACopy implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(
              BatonTestResource.class,
              Map.of(
                  "baton.clock", "stepped",
                  "baton.clock-start", "2026-11-01T00:00:00Z",
                  "baton.read-only", COPY)));
    }
  }

  @Test
  void every_command_is_refused_and_everything_that_a_copy_has_nothing_to_say_of() {
    JsonPath document = auditor().get("/q/openapi?format=json").jsonPath();
    Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
    var refused = new TreeSet<String>();
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  String what = method + " " + path;
                  if (!Set.of("get", "post", "put", "delete", "patch").contains(method)) return;
                  if (SERVED.contains(what)) return;
                  if (method.equals("get") && READ.stream().anyMatch(path::startsWith)) return;
                  isRefused(method, path, operation);
                  refused.add(what);
                }));
    assertThat(refused).contains("put /timescales/{organisation}", "get /escalations");
  }

  private static void isRefused(String method, String path, Map<String, Object> operation) {
    var codes = new TreeSet<Integer>();
    for (String role : ROLES) {
      var request = as(role, "nca", "p-nca-1");
      if (!method.equals("get")) request.contentType(contentType(operation)).body("{}");
      Response answer =
          request.request(
              method, path.replaceAll("\\{[^}]*}", "0199a000-0000-7000-8000-000000000001"));
      assertThat(answer.statusCode()).as("%s %s as %s", method, path, role).isIn(403, 409);
      assertThat(answer.header("Baton-Read-Only")).as("%s %s", method, path).isEqualTo(COPY);
      if (answer.statusCode() == 409)
        assertThat(answer.jsonPath().getString("type")).endsWith("/read-only");
      codes.add(answer.statusCode());
    }
    assertThat(codes).as("%s %s", method, path).contains(409);
  }

  @SuppressWarnings("unchecked")
  private static String contentType(Map<String, Object> operation) {
    var body = (Map<String, Object>) operation.get("requestBody");
    return body == null
        ? "application/json"
        : ((Map<String, Object>) body.get("content")).keySet().iterator().next();
  }

  @Test
  void what_is_on_its_log_is_told_and_nothing_is_made_of_it() {
    Instant start = Instant.parse("2026-10-01T08:00:00Z");
    var story = new Story().receivedAndOpened(start);
    try (var others = new OtherServices(RealParts.get().kafka())) {
      others.tell(story);
    }
    await()
        .atMost(PATIENCE)
        .until(
            () -> auditor().get("/custody/" + story.referral()).statusCode(),
            status -> status == 200);
    await().atMost(PATIENCE).until(() -> auditor().get("/progress").then().extract().path("idle"));

    // Four weeks are over: the original would have raised what nobody has dealt with.
    auditor()
        .get("/custody/" + story.referral() + "?asAt=2026-10-20T08:00:00Z")
        .then()
        .statusCode(200)
        .header("Baton-Read-Only", containsString(COPY))
        .body("custodian.post", equalTo("referrals-desk"))
        .body("findings.kind", org.hamcrest.Matchers.hasItem("WITHOUT_PERSON"));
    auditor()
        .get("/custody/summary?asAt=2026-10-20T08:00:00Z")
        .then()
        .statusCode(200)
        .body("overdue", equalTo(1));
    String sweep =
        auditor()
            .contentType("application/json")
            .body("{}")
            .post("/sweeps")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    await()
        .atMost(PATIENCE)
        .until(() -> "done".equals(auditor().get(sweep).then().extract().path("state")));
    auditor().get(sweep).then().body("differenceCount", equalTo(0));
    JsonPath progress = auditor().get("/progress").jsonPath();
    assertThat(progress.getString("storeHead")).as("nothing of its own is stored").isEqualTo("0/0");
    assertThat(progress.getString("lagSeconds")).isNotNull();
    auditor()
        .get("/custody/summary")
        .then()
        .body("completeTo", equalTo(story.last().recordedTime().toString()));
  }
}
