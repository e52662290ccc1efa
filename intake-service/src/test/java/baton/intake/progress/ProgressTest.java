package baton.intake.progress;

import static baton.intake.Agency.OSLO;
import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.intake.IntakeWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import baton.intake.Agency;
import baton.intake.IntakeWorld;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class ProgressTest {
  private static final String NEVER_SENT = "01890000-0000-7000-8000-00000000dead";

  @Inject IntakeWorld world;

  @Test
  void a_sender_asks_and_the_organisation_that_has_it_tells() {
    String id = sent();
    asks(TORONTO, id, "any news of SYNTHETIC?")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/referrals/" + id + "/progress"))
        .body("number", equalTo(1))
        .body("recorded", contains("baton.progress-requested.v1"));
    asks(TORONTO, id, null).then().statusCode(201).body("number", equalTo(2));
    world.acceptedByKent(id);
    tells("46", id, Map.of("text", "a warrant is sought", "request", 1)).then().statusCode(200);
    tells("46", id, Map.of("text", "executed")).then().statusCode(200);
    TORONTO
        .asks("/referrals/" + id)
        .body("progress.requests.number", contains(1, 2))
        .body("progress.requests.text", contains("any news of SYNTHETIC?", null))
        .body("progress.reports.request", contains(1, null))
        .body("progress.reports.organisation", contains("46", "46"))
        .body("progress.reports.text", contains("a warrant is sought", "executed"))
        .body(not(containsString("p-kim")));
    as("officer", "46", "p-kim")
        .get("/referrals/" + id + "/progress")
        .then()
        .statusCode(200)
        .body("requests.text[0]", equalTo("any news of SYNTHETIC?"));
  }

  @Test
  void only_the_organisation_that_has_it_tells() {
    String id = sent();
    tells("46", id, Map.of("text", "not ours yet")).then().statusCode(404);
    as("officer", "46", "p-kim").get("/referrals/" + id + "/progress").then().statusCode(404);
    tells("nca", id, Map.of("text", "in triage")).then().statusCode(200);
    world.acceptedByKent(id);
    tells("nca", id, Map.of("text", "no more")).then().statusCode(404);
    tells("46", id, Map.of("text", "ours")).then().statusCode(200);
  }

  @Test
  void once_it_is_concluded_nobody_asks_and_who_had_it_may_still_tell() {
    String id = sent();
    world.acceptedByKent(id);
    world.concludedByKent(id);
    asks(TORONTO, id, "and now?")
        .then()
        .statusCode(409)
        .body("type", endsWith("/referral-concluded"));
    tells("46", id, Map.of("text", "the last word")).then().statusCode(200);
  }

  @Test
  void what_another_agency_sent_or_nobody_is_not_there() {
    String id = sent();
    asks(OSLO, id, "whose?").then().statusCode(404);
    asks(TORONTO, NEVER_SENT, "which?").then().statusCode(404);
    tells("nca", NEVER_SENT, Map.of("text", "which?")).then().statusCode(404);
    OSLO.asks("/referrals/" + id + "/progress").statusCode(404);
  }

  @Test
  void an_answer_has_words_and_answers_what_was_asked() {
    String id = sent();
    tells("nca", id, Map.of()).then().statusCode(422).body("type", endsWith("/missing"));
    tells("nca", id, Map.of("text", " ")).then().statusCode(422);
    tells("nca", id, Map.of("text", "x", "request", 1))
        .then()
        .statusCode(422)
        .body("type", endsWith("/no-such-request"));
    TORONTO
        .asks("/referrals/" + id)
        .body("progress.reports", empty())
        .body("progress.requests", empty());
    TORONTO.asks("/referrals?limit=1").body("items[0].progress", nullValue());
  }

  @Test
  void under_one_key_a_question_is_asked_once() {
    String id = sent();
    String first = keyed(id, "well?").then().statusCode(201).extract().asString();
    assertThat(keyed(id, "well?").then().statusCode(201).extract().asString()).isEqualTo(first);
    keyed(id, "other").then().statusCode(422).body("type", endsWith("/idempotency-key-reused"));
  }

  private static Response keyed(String id, String text) {
    return TORONTO
        .request()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", "ask-" + id)
        .body(Map.of("text", text))
        .post("/referrals/" + id + "/progress-requests");
  }

  private static Response asks(Agency agency, String id, String text) {
    return agency
        .request()
        .contentType(ContentType.JSON)
        .body(text == null ? Map.of() : Map.of("text", text))
        .post("/referrals/" + id + "/progress-requests");
  }

  private static Response tells(String organisation, String id, Map<String, ?> body) {
    return as("supervisor", organisation, "p-kim")
        .body(body)
        .post("/referrals/" + id + "/progress");
  }

  private static String sent() {
    return TORONTO.sends(referral(newReference(), "")).statusCode(201).extract().path("referralId");
  }
}
