package baton.risk;

import static baton.risk.RiskWorld.as;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Held, not the United Kingdom's, passed abroad, a duplicate: each by two persons. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class EndsAtTheNcaTest {
  private static final String UNKNOWN = "01890000-0000-7000-8000-00000000dead";

  @Inject RiskWorld world;

  @BeforeEach
  void staff() {
    world.staff("nca", "p-ann", "p-sue");
  }

  @Test
  void two_persons_hold_it_and_it_is_looked_at_until_somebody_ends_the_hold() {
    ReferralId id = withAnn();
    end(id, Map.of("end", "HELD", "reason", "secret: no address"))
        .body("recorded", hasItem("baton.assessment-end-proposed.v1"));
    shown(id).body("ending.proposed", equalTo("HELD")).body("ending.proposedBy", equalTo("p-ann"));
    confirm(id).statusCode(200).body("recorded", hasItem("baton.referral-held.v1"));
    listed(id, "held");
    refused(annPosts(id, "/priority", Map.of("priority", "LOW")), 409, "on-hold");
    annPosts(id, "/hold/review", Map.of("reason", "still nothing"))
        .then()
        .statusCode(200)
        .body("recorded", hasItem("baton.hold-reviewed.v1"));
    shown(id).body("ending.heldReviewedAt", notNullValue());
    annPosts(id, "/hold/end", Map.of("reason", "an address"))
        .then()
        .statusCode(200)
        .body("recorded", hasItem("baton.hold-ended.v1"));
    listed(id, "open").body("ending.heldAt", nullValue()).body(not(containsString("secret")));
  }

  @Test
  void an_amendment_that_can_be_acted_on_ends_the_hold() {
    ReferralId id = withAnn();
    end(id, Map.of("end", "HELD", "reason", "no address"));
    confirm(id).statusCode(200);
    world.amended(id, false);
    await().untilAsserted(() -> listed(id, "open"));
  }

  @Test
  void what_is_not_for_the_united_kingdom_is_concluded() {
    ReferralId id = withAnn();
    end(id, Map.of("end", "not_united_kingdom", "reason", "abroad"));
    confirm(id).statusCode(200).body("recorded", hasItem("baton.assessment-concluded.v1"));
    listed(id, "ended")
        .body("ending.end", equalTo("NOT_UNITED_KINGDOM"))
        .body("ending.confirmedBy", equalTo("p-sue"))
        .body("ending.proposed", nullValue());
    refused(annPosts(id, "/grade", Map.of("grade", "LOW")), 409, "assessment-concluded");
    refused(world.offer(id, "p-ann"), 409, "assessment-concluded");
    confirm(id).statusCode(200).body("recorded.size()", equalTo(0));
  }

  @Test
  void what_is_passed_abroad_says_to_whom_and_under_which_reference() {
    ReferralId id = withAnn();
    refused(
            annPosts(id, "/end", Map.of("end", "PASSED_ABROAD", "duplicateOf", UNKNOWN)),
            422,
            "invalid-request")
        .body(
            "violations.pointer",
            containsInAnyOrder("/duplicateOf", "/recipient", "/theirReference", "/reason"));
    end(
        id,
        Map.of(
            "end", "PASSED_ABROAD",
            "recipient", "synthetic-agency",
            "theirReference", "SYN-1",
            "reason", "theirs"));
    confirm(id).statusCode(200);
    shown(id)
        .body("ending.recipient", equalTo("synthetic-agency"))
        .body("ending.theirReference", equalTo("SYN-1"));
  }

  @Test
  void a_duplicate_names_another_referral_that_is_known_here() {
    ReferralId id = withAnn();
    ReferralId original = world.received();
    refused(duplicate(id, id.toString()), 422, "duplicate-of-itself");
    refused(duplicate(id, UNKNOWN), 422, "duplicate-of-unknown");
    refused(duplicate(id, "none"), 422, "wrong-form");
    duplicate(id, original.toString()).then().statusCode(200);
    confirm(id).statusCode(200);
    shown(id).body("ending.duplicateOf", equalTo(original.toString()));
  }

  @Test
  void of_two_that_repeat_each_other_only_one_ends_however_they_are_confirmed() throws Exception {
    ReferralId one = withAnn();
    ReferralId other = withAnn();
    duplicate(one, other.toString()).then().statusCode(200);
    duplicate(other, one.toString()).then().statusCode(200);
    var together = new CyclicBarrier(2);
    try (var supervisors = Executors.newFixedThreadPool(2)) {
      var answers =
          List.of(one, other).stream()
              .map(
                  id ->
                      supervisors.submit(
                          () -> {
                            together.await();
                            return confirm(id).extract().statusCode();
                          }))
              .toList();
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 422);
    }
  }

  @Test
  void only_who_has_it_proposes_and_a_supervisor_who_did_not_confirms() {
    ReferralId id = withAnn();
    refused(
        as("assessor", "nca", "p-ben")
            .body(Map.of("end", "HELD", "reason", "r"))
            .post("/assessments/" + id + "/end"),
        403,
        "not-yours");
    refused(sue(id, "/end/confirmation"), 409, "nothing-proposed");
    end(id, Map.of("end", "HELD", "reason", "r"));
    refused(
        as("supervisor", "nca", "p-ann").body("{}").post(path(id, "/end/confirmation")),
        409,
        "second-person-needed");
  }

  @Test
  void a_proposal_that_is_sent_again_with_its_key_is_made_once() {
    ReferralId id = withAnn();
    var first = keyed(id, "r").then().statusCode(200).extract().asString();
    assertThat(keyed(id, "r").then().statusCode(200).extract().asString()).isEqualTo(first);
    refused(keyed(id, "another reason"), 422, "idempotency-key-reused");
  }

  @Test
  void communications_data_are_waited_for_until_a_day_within_sixty() {
    ReferralId id = world.received();
    String until =
        Instant.now().plus(50, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    annPosts(id, "/comms-data", Map.of("until", until, "reason", "subscriber check"))
        .then()
        .statusCode(200)
        .body("recorded", hasItem("baton.comms-data-requested.v1"));
    shown(id).body("commsDataUntil", equalTo(until));
    refused(
        annPosts(
            id,
            "/comms-data",
            Map.of("until", Instant.now().plus(61, ChronoUnit.DAYS).toString(), "reason", "r")),
        422,
        "until-out-of-range");
    refused(annPosts(id, "/comms-data", Map.of("until", "soon")), 422, "invalid-request");
  }

  @Test
  void urgency_is_acknowledged_by_any_of_the_staff_once() {
    ReferralId id = world.received(null, true);
    acknowledge(id).then().statusCode(200).body("recorded.size()", equalTo(1));
    acknowledge(id).then().statusCode(200).body("recorded.size()", equalTo(0));
    shown(id).body("urgencyAcknowledged.by", equalTo("p-desk"));
    refused(acknowledge(world.received()), 409, "not-urgent");
    refused(acknowledge(ReferralId.of(UNKNOWN)), 404, "not-read-yet");
  }

  private static Response acknowledge(ReferralId id) {
    return as("allocator", "nca", "p-desk").body("{}").post(path(id, "/acknowledgement"));
  }

  private ReferralId withAnn() {
    ReferralId id = world.received();
    world.offer(id, "p-ann").then().statusCode(201);
    world.accept(id, "p-ann").then().statusCode(200);
    return id;
  }

  private static ValidatableResponse end(ReferralId id, Map<String, String> body) {
    return annPosts(id, "/end", body).then().log().ifValidationFails().statusCode(200);
  }

  private static Response duplicate(ReferralId id, String of) {
    return annPosts(id, "/end", Map.of("end", "DUPLICATE", "duplicateOf", of, "reason", "same"));
  }

  private static Response keyed(ReferralId id, String reason) {
    return as("assessor", "nca", "p-ann")
        .header("Idempotency-Key", "end-" + id)
        .body(Map.of("end", "HELD", "reason", reason))
        .post(path(id, "/end"));
  }

  private static ValidatableResponse confirm(ReferralId id) {
    return sue(id, "/end/confirmation").then().log().ifValidationFails();
  }

  private static Response sue(ReferralId id, String path) {
    return as("supervisor", "nca", "p-sue").body("{}").post(path(id, path));
  }

  private static Response annPosts(ReferralId id, String path, Map<String, ?> body) {
    return as("assessor", "nca", "p-ann").body(body).post(path(id, path));
  }

  private static String path(ReferralId id, String path) {
    return "/assessments/" + id + path;
  }

  private static ValidatableResponse shown(ReferralId id) {
    return as("supervisor", "nca", "p-sue").get(path(id, "")).then();
  }

  /** It stands in this list, and says so of itself. */
  private static ValidatableResponse listed(ReferralId id, String state) {
    as("supervisor", "nca", "p-sue")
        .get("/assessments?limit=1&state=" + state + "&after=" + before(id))
        .then()
        .body("items.referralId", hasItem(id.toString()));
    return shown(id).body("state", equalTo(state.toUpperCase()));
  }

  /** The largest id below this one. */
  private static String before(ReferralId id) {
    var value = id.value();
    return new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() - 1).toString();
  }

  private static ValidatableResponse refused(Response answer, int status, String code) {
    return answer
        .then()
        .log()
        .ifValidationFails()
        .statusCode(status)
        .body("type", endsWith("/problems/" + code));
  }
}
