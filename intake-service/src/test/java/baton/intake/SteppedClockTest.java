package baton.intake;

import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = BatonTestResource.class,
    restrictToAnnotatedClass = true,
    initArgs = {
      @ResourceArg(name = "baton.clock", value = "stepped"),
      @ResourceArg(name = "baton.clock-start", value = "2012-07-03T09:00:00Z")
    })
class SteppedClockTest {

  @Test
  void it_stands_still_until_it_is_moved_and_moves_forwards_only() {
    move("2012-07-03T10:15:00Z").statusCode(200).body("now", equalTo("2012-07-03T10:15:00Z"));
    TORONTO
        .sends(referral(newReference(), ""))
        .statusCode(201)
        .body("receivedAt", startsWith("2012-07-03T10:15:00"));
    move("2012-07-03T10:14:59Z").statusCode(409).body("type", endsWith("/clock-refused"));
    move(null).statusCode(422);
    await()
        .untilAsserted(
            () ->
                administrator()
                    .get("/progress")
                    .then()
                    .body("idle", equalTo(true))
                    .body("watermark", startsWith("2012-07-03T10:15:00")));
  }

  private static ValidatableResponse move(String now) {
    String body = now == null ? "{}" : "{\"now\":\"" + now + "\"}";
    return administrator().contentType(ContentType.JSON).body(body).put("/clock").then();
  }

  private static RequestSpecification administrator() {
    return given().auth().oauth2(Tokens.of("administrator", "baton", "p-administrator"));
  }
}
