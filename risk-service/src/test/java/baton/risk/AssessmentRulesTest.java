package baton.risk;

import static baton.risk.RiskWorld.KENT;
import static baton.risk.RiskWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused, and how it is told. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class AssessmentRulesTest {
  private static final ReferralId NEVER_SENT =
      ReferralId.of("01890000-0000-7000-8000-00000000dead");

  @Inject RiskWorld world;

  @BeforeEach
  void staff() {
    world.staff("nca", "p-ann", "p-ben");
  }

  @Test
  void a_command_for_a_referral_not_read_yet_is_to_be_sent_again() {
    refused(world.offer(NEVER_SENT, "p-ann"), 404, "not-read-yet")
        .header("Retry-After", equalTo("1"));
  }

  @Test
  void nothing_is_offered_to_somebody_who_is_not_in_the_roster() {
    refused(world.offer(world.received(), "p-stranger"), 422, "person-not-in-roster")
        .body("detail", containsString("p-stranger"));
  }

  @Test
  void nothing_is_offered_to_or_accepted_by_an_assessor_who_is_away() {
    world.staff("nca", "p-ann", "p-leave");
    ReferralId id = world.received();
    world.offer(id, "p-leave").then().statusCode(201);
    world.away("nca", "p-leave");

    refused(world.accept(id, "p-leave"), 422, "person-away");
    refused(world.offer(id, "p-leave"), 422, "person-away")
        .body("detail", containsString("Who covers now"));
  }

  @Test
  void an_offer_to_a_team_goes_to_who_is_on_duty() {
    ReferralId id = world.received();
    world.onDuty("nca", "p-ben");

    world.offerToTeam(id).then().statusCode(201);

    world.accept(id, "p-ben").then().statusCode(200);
  }

  @Test
  void an_unknown_force_is_told_which_one_was_meant() {
    refused(post(world.received(), "/force", Map.of("force", "Kent")), 422, "unknown-force")
        .body("detail", equalTo("'Kent' is not a force code; Kent is 46, see GET /forces"))
        .body("violations.pointer", contains("/force"));
  }

  @Test
  void everything_wrong_in_a_body_is_told_at_once() {
    refused(
            post(
                world.received(),
                "/grade",
                Map.of("grade", "BAD", "steps", List.of(1, 0), "tool", "x\u0000")),
            422,
            "invalid-request")
        .body("violations.pointer", contains("/grade", "/steps/1", "/tool"));
  }

  @Test
  void a_body_that_is_missing_or_malformed_is_told() {
    ReferralId id = world.received();
    refused(
        as("assessor", "nca", "p-ann").post("/assessments/" + id + "/priority"), 422, "missing");
    refused(
        as("assessor", "nca", "p-ann")
            .body("{\"priority\":")
            .post("/assessments/" + id + "/priority"),
        400,
        "malformed-json");
  }

  @Test
  void a_decline_needs_a_reason_and_other_words_count_as_other() {
    ReferralId id = world.received();
    world.offer(id, "p-ann").then().statusCode(201);
    refused(post(id, "/assessor/decline", Map.of("text", "no")), 422, "missing");
    post(id, "/assessor/decline", Map.of("reason", "I know him", "text", "from school"))
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.assessment-declined.v1"));
    as("supervisor", "nca", "p-sue")
        .get("/assessments/" + id)
        .then()
        .body("offers.state", contains("DECLINED"))
        .body("offeredTo", equalTo(null));
  }

  @Test
  void a_lower_grade_takes_another_person() {
    ReferralId id = world.received();
    post(id, "/grade", Map.of("grade", "HIGH", "tool", "KIRAT")).then().statusCode(200);
    refused(post(id, "/grade", Map.of("grade", "low")), 409, "second-person-needed")
        .body("detail", containsString("R11"));
    as("assessor", "nca", "p-ben")
        .body(Map.of("grade", "low"))
        .post("/assessments/" + id + "/grade")
        .then()
        .statusCode(200);
  }

  @Test
  void once_a_force_has_accepted_it_judges() {
    world.staff("46", "p-kent");
    ReferralId id = world.received();
    world.acceptedByKent(id);
    refused(post(id, "/priority", Map.of("priority", "LOW")), 409, "force-has-accepted");
    refused(post(id, "/force", Map.of("force", "42")), 409, "force-has-accepted");
    refused(world.offer(id, "p-ann"), 409, "force-has-accepted");
    as("assessor", "46", "p-kent")
        .body(Map.of("grade", "MEDIUM", "tool", "KIRAT"))
        .post("/assessments/" + id + "/grade")
        .then()
        .statusCode(200);
    as("assessor", "46", "p-kent")
        .get("/assessments?state=graded")
        .then()
        .body("items.referralId", hasItem(id.toString()));
    as("assessor", "42", "p-essex").get("/assessments/" + id).then().statusCode(404);
  }

  @Test
  void a_force_system_speaks_for_somebody_of_its_roster_only() {
    ReferralId id = world.received();
    world.acceptedByKent(id);
    var system = RiskWorld.system("46");
    refused(
        system.body(Map.of("grade", "LOW")).post("/assessments/" + id + "/grade"),
        403,
        "token-insufficient");
    refused(
        RiskWorld.system("46")
            .header("Baton-On-Behalf-Of", "p-stranger")
            .body(Map.of("grade", "LOW"))
            .post("/assessments/" + id + "/grade"),
        422,
        "person-not-in-roster");
  }

  @Test
  void the_same_idempotency_key_gives_the_first_answer() {
    ReferralId id = world.received();
    String first = offerWithKey(id, "p-ann", "k-" + id).then().statusCode(201).extract().asString();
    String again = offerWithKey(id, "p-ann", "k-" + id).then().statusCode(201).extract().asString();
    assertThat(again).isEqualTo(first);
    refused(offerWithKey(id, "p-ben", "k-" + id), 422, "idempotency-key-reused");
  }

  @Test
  void lists_come_in_pages() {
    ReferralId first = world.received(KENT, false);
    ReferralId second = world.received(KENT, false);
    String after = after(first);
    as("assessor", "nca", "p-ann")
        .get("/assessments?limit=1&after=" + after)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].referralId", equalTo(first.toString()))
        .body("items[0].force", equalTo("46"))
        .body("next", equalTo(first.toString()))
        .body("lagSeconds", notNullValue());
    as("assessor", "nca", "p-ann")
        .get("/assessments?after=" + second + "&state=open")
        .then()
        .body("items", empty())
        .body("next", equalTo(null));
    refused(as("assessor", "nca", "p-ann").get("/assessments?state=closed"), 422, "unknown-state");
    refused(as("assessor", "nca", "p-ann").get("/assessments?limit=0"), 422, "invalid-value");
  }

  @Test
  void free_text_is_in_no_row() {
    ReferralId id = world.received();
    post(id, "/priority", Map.of("priority", "LOW", "reason", "secret words"))
        .then()
        .statusCode(200);
    as("auditor", "hmicfrs", "p-auditor")
        .get("/assessments/" + id)
        .then()
        .body(not(containsString("secret words")))
        .body("priority", equalTo("LOW"));
  }

  @Test
  void a_priority_that_is_sent_again_with_its_key_is_set_once() {
    ReferralId id = world.received();
    var first =
        priorityWithKey(id, "LOW", "secret")
            .then()
            .statusCode(200)
            .body("recorded", contains("baton.triage-priority-set.v1"))
            .extract()
            .asString();
    assertThat(priorityWithKey(id, "LOW", "secret").then().statusCode(200).extract().asString())
        .isEqualTo(first);
    refused(priorityWithKey(id, "LOW", "another reason"), 422, "idempotency-key-reused");
  }

  private static Response priorityWithKey(ReferralId id, String priority, String reason) {
    return as("assessor", "nca", "p-ann")
        .header("Idempotency-Key", "priority-" + id)
        .body(Map.of("priority", priority, "reason", reason))
        .post("/assessments/" + id + "/priority");
  }

  /** The largest id below this one. */
  private static String after(ReferralId id) {
    var value = id.value();
    return new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() - 1).toString();
  }

  private static Response offerWithKey(ReferralId id, String person, String key) {
    return as("supervisor", "nca", "p-sue")
        .header("Idempotency-Key", key)
        .body(Map.of("person", person))
        .post("/assessments/" + id + "/assessor");
  }

  private static Response post(ReferralId id, String path, Map<String, ?> body) {
    return as("assessor", "nca", "p-ann").body(body).post("/assessments/" + id + path);
  }

  private static ValidatableResponse refused(Response answer, int status, String code) {
    return answer
        .then()
        .log()
        .ifValidationFails()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith("/problems/" + code));
  }
}
