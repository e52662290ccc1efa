package baton.intake;

import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every service offers to those who run it. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class OperationsTest {

  @Test
  void it_becomes_ready() {
    await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void it_becomes_idle_after_what_it_was_sent_and_says_how_far_it_read() {
    TORONTO.sends(referral(newReference(), "")).statusCode(201);
    await()
        .untilAsserted(
            () ->
                administrator()
                    .get("/progress")
                    .then()
                    .statusCode(200)
                    .body("idle", equalTo(true))
                    .body("read", greaterThan(0)));
  }

  @Test
  void a_system_clock_is_moved_by_nobody() {
    administrator()
        .contentType(ContentType.JSON)
        .body("{\"now\":\"2026-12-01T00:00:00Z\"}")
        .put("/clock")
        .then()
        .statusCode(409)
        .body("type", endsWith("/clock-not-stepped"));
    TORONTO.asks("/clock").statusCode(403);
  }

  @Test
  void nothing_is_parked() {
    administrator().get("/parked").then().statusCode(200).body("items", empty());
    administrator()
        .post("/parked/01936000-0000-7000-8000-000000000001/retry")
        .then()
        .statusCode(404);
    TORONTO.asks("/parked").statusCode(403);
  }

  @Test
  void metrics_are_for_operators() {
    administrator()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("baton_journal_append"));
    TORONTO.asks("/q/metrics").statusCode(403);
  }

  @Test
  void nobody_but_a_force_system_acts_on_behalf_of_a_person() {
    TORONTO
        .request()
        .header("Baton-On-Behalf-Of", "p-46-11")
        .get("/forces")
        .then()
        .statusCode(403)
        .body("type", endsWith("/on-behalf-of-refused"));
  }

  @Test
  void an_unknown_batch_is_not_there() {
    TORONTO.asks("/batches/" + UUID.randomUUID()).statusCode(404);
  }

  private static RequestSpecification administrator() {
    return given().auth().oauth2(Tokens.of("administrator", "baton", "p-administrator"));
  }
}
