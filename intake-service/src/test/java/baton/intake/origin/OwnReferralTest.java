package baton.intake.origin;

import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.intake.IntakeWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import baton.intake.IntakeWorld;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A force brings in what it found itself, and has it at once. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class OwnReferralTest {
  private static final List<String> ORIGINATED =
      List.of("baton.referral-received.v1", "baton.referral-originated.v1");

  @Inject IntakeWorld world;

  @BeforeEach
  void staff() {
    world.staff("46", "p-kim", "p-lee");
  }

  @Test
  void is_received_and_the_forces_in_one() {
    String id = sends("officer", referral(newReference(), ",\"force\":\"42\"")).path("referralId");
    assertThat(world.recorded(id)).isEqualTo(ORIGINATED);
    as("officer", "46", "p-lee")
        .get("/referrals/" + id)
        .then()
        .statusCode(200)
        .body("referralId", equalTo(id));
    as("officer", "42", "p-essex").get("/referrals/" + id).then().statusCode(404);
    TORONTO.asks("/referrals/" + id).statusCode(404);
  }

  @Test
  void may_be_given_to_somebody_else_of_the_force() {
    Response answer =
        sends("supervisor", referral(newReference(), custody("\"person\":\"p-lee\"")));
    answer.then().statusCode(201);
    assertThat(world.recorded(answer.path("referralId"))).isEqualTo(ORIGINATED);
  }

  @Test
  void is_given_to_nobody_whom_the_roster_does_not_have() {
    refused(
        sends("officer", referral(newReference(), custody("\"person\":\"p-stranger\""))),
        "person-not-in-roster");
    refused(
        sends("officer", referral(newReference(), custody("\"team\":\"essex-1\""))),
        "unknown-team");
    refused(
        as("officer", "46", "p-stranger").body(referral(newReference(), "")).post("/referrals/own"),
        "person-not-in-roster");
  }

  @Test
  void that_is_wrong_in_several_places_is_told_all_of_them() {
    refused(
        sends("officer", "{\"type\":\"ENTICEMENT\"" + custody("\"person\":7") + "}"),
        "invalid-request");
  }

  @Test
  void sent_again_is_repeated_whoever_is_named_then() {
    String reference = newReference();
    String id = sends("officer", referral(reference, "")).path("referralId");
    sends("officer", referral(reference, custody("\"person\":\"p-lee\"")))
        .then()
        .statusCode(200)
        .body("outcome", equalTo("repeated"))
        .body("referralId", equalTo(id));
    sends("officer", referral(reference, ",\"narrative\":\"more\""))
        .then()
        .statusCode(200)
        .body("outcome", equalTo("amended"));
  }

  @Test
  void of_a_forces_system_is_the_persons_whom_it_names() {
    IntakeWorld.system("46")
        .header("Baton-On-Behalf-Of", "p-lee")
        .body(referral(newReference(), ""))
        .post("/referrals/own")
        .then()
        .statusCode(201);
    IntakeWorld.system("46")
        .body(referral(newReference(), ""))
        .post("/referrals/own")
        .then()
        .statusCode(403);
  }

  @Test
  void is_a_forces_only() {
    as("supervisor", "nca", "p-sue")
        .body(referral(newReference(), ""))
        .post("/referrals/own")
        .then()
        .statusCode(403)
        .body("type", endsWith("/forces-only"));
  }

  private static String custody(String fields) {
    return ",\"custody\":{" + fields + "}";
  }

  private static Response sends(String role, String body) {
    return as(role, "46", "p-kim").body(body).post("/referrals/own");
  }

  private static void refused(Response answer, String code) {
    answer.then().log().ifValidationFails().statusCode(422).body("type", endsWith("/" + code));
  }
}
