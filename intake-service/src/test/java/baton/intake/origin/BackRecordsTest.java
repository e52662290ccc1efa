package baton.intake.origin;

import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.intake.IntakeWorld.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import baton.intake.IntakeWorld;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A force goes live with the cases that it has open. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class BackRecordsTest {
  @Inject IntakeWorld world;

  @BeforeEach
  void staff() {
    world.staff("46", "p-kim", "p-lee");
  }

  @Test
  void the_good_lines_are_in_and_the_bad_ones_named() {
    String reference = newReference();
    var lines = new ArrayList<>(lines(reference, 600));
    lines.set(
        1, line(reference + "-1", "\"receivedAt\":\"2999-01-01T00:00:00Z\",\"person\":\"p-lee\""));
    lines.set(
        2, line(reference + "-2", "\"receivedAt\":\"2026-03-01T09:00:00Z\",\"person\":\"p-x\""));
    lines.set(3, referral(reference + "-3", ""));
    lines.set(4, "{not json");
    String batch =
        sends("administrator", String.join("\n", lines), newReference())
            .statusCode(201)
            .body("received", equalTo(600))
            .body("created", equalTo(596))
            .body("rejected", equalTo(4))
            .body("problems.line", contains(2, 3, 4, 5))
            .body("problems[0].type", endsWith("/date-in-future"))
            .body("problems[1].type", endsWith("/person-not-in-roster"))
            .body("problems[2].violations.pointer", contains("/backRecord"))
            .extract()
            .path("batchId");
    as("supervisor", "46", "p-kim")
        .get("/batches/" + batch)
        .then()
        .statusCode(200)
        .body("received", equalTo(596))
        .body("accepted", equalTo(596))
        .body("byForce.46.received", equalTo(596))
        .body("owner.organisation", equalTo("46"))
        .body("owner.post", equalTo("duty-inspector"));
    as("supervisor", "42", "p-essex").get("/batches/" + batch).then().statusCode(404);
  }

  @Test
  void each_is_received_and_originated_once_however_often_the_upload_is_resumed() {
    String key = newReference();
    String reference = newReference();
    List<String> lines = lines(reference, 20);
    String first =
        sends("supervisor", String.join("\n", lines.subList(0, 12)), key)
            .body("created", equalTo(12))
            .extract()
            .path("batchId");
    sends("supervisor", String.join("\n", lines), key)
        .body("created", equalTo(8))
        .body("repeated", equalTo(12))
        .body("batchId", equalTo(first));
    String id =
        as("supervisor", "46", "p-kim")
            .get("/referrals?reference=" + reference + "-0")
            .path("items[0].referralId");
    assertThat(world.recorded(id))
        .containsExactly("baton.referral-received.v1", "baton.referral-originated.v1");
  }

  @Test
  void are_for_organisations_that_have_cases() {
    as("administrator", "baton", "p-admin")
        .contentType("application/x-ndjson")
        .body(line(newReference(), "").getBytes(UTF_8))
        .post("/back-records")
        .then()
        .statusCode(403)
        .body("type", endsWith("/custodians-only"));
  }

  @Test
  void the_nca_brings_in_its_own() {
    world.staff("nca", "p-ann");
    as("supervisor", "nca", "p-sue")
        .contentType("application/x-ndjson")
        .body(
            line(newReference(), "\"receivedAt\":\"2026-03-01T09:00:00Z\",\"person\":\"p-ann\"")
                .getBytes(UTF_8))
        .post("/back-records")
        .then()
        .statusCode(201)
        .body("created", equalTo(1));
  }

  private static ValidatableResponse sends(String role, String lines, String key) {
    return as(role, "46", "p-kim")
        .contentType("application/x-ndjson")
        .header("Idempotency-Key", key)
        .body(lines.getBytes(UTF_8))
        .post("/back-records")
        .then()
        .log()
        .ifValidationFails();
  }

  private static List<String> lines(String reference, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                line(
                    reference + "-" + i,
                    "\"receivedAt\":\"2026-03-01T09:00:00Z\",\"team\":\"kent-1\","
                        + "\"person\":\"p-lee\",\"grade\":\"LOW\",\"system\":\"records\","
                        + "\"localReference\":\"46/"
                        + i
                        + "\",\"plan\":\"kent-2026\""))
        .toList();
  }

  private static String line(String reference, String backRecord) {
    return referral(reference, ",\"backRecord\":{" + backRecord + "}");
  }
}
