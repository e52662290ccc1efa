package baton.allocation;

import static baton.allocation.AllocationWorld.ESSEX;
import static baton.allocation.AllocationWorld.KENT;
import static baton.allocation.AllocationWorld.allocator;
import static baton.allocation.AllocationWorld.as;
import static baton.allocation.AllocationWorld.officer;
import static baton.allocation.AllocationWorld.supervisor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and how it is told. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class CaseRulesTest {
  private static final ReferralId NEVER_SENT =
      ReferralId.of("01890000-0000-7000-8000-00000000dead");

  @Inject AllocationWorld world;

  @BeforeEach
  void staff() {
    world.kentIsStaffed();
  }

  @Test
  void a_command_for_a_referral_not_read_yet_is_to_be_sent_again() {
    refused(world.disseminate(NEVER_SENT, KENT), 404, "not-read-yet")
        .header("Retry-After", equalTo("1"));
    refused(world.allocate(NEVER_SENT, "p-stranger"), 404, "not-read-yet");
  }

  @Test
  void an_unknown_force_is_told_which_one_was_meant() {
    ReferralId id = world.received();
    refused(
            allocator("nca").body(Map.of("force", "Kent")).post("/cases/" + id + "/disseminations"),
            422,
            "unknown-force")
        .body("detail", equalTo("'Kent' is not a force code; Kent is 46, see GET /forces"));
  }

  @Test
  void who_accepts_is_in_the_forces_roster_and_the_team_is_the_forces() {
    ReferralId id = world.received();
    int number = world.disseminated(id, KENT);
    refused(world.acceptForKent(id, number, "p-stranger"), 422, "person-not-in-roster");
    refused(
        supervisor("46")
            .body(Map.of("team", "essex-polit", "person", "p-sue"))
            .post("/cases/" + id + "/disseminations/" + number + "/acceptance"),
        422,
        "unknown-team");
    refused(
        supervisor("46")
            .body("{}")
            .post("/cases/" + id + "/disseminations/" + number + "/acceptance"),
        422,
        "missing");
  }

  @Test
  void without_a_team_the_persons_own_counts() {
    ReferralId id = world.received();
    int number = world.disseminated(id, KENT);
    supervisor("46")
        .body(Map.of("person", "p-omar"))
        .post("/cases/" + id + "/disseminations/" + number + "/acceptance")
        .then()
        .statusCode(200);
    supervisor("46").get("/cases/" + id).then().body("team", equalTo("kent-polit"));
  }

  @Test
  void a_force_that_declined_sees_the_case_no_more_and_the_nca_sends_it_on() {
    ReferralId id = world.received();
    int first = world.disseminated(id, KENT);
    world
        .decline(id, first, "46", Map.of("reason", "no capacity", "text", "all away"))
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.dissemination-declined.v1"));
    supervisor("46").get("/cases/" + id).then().statusCode(404);
    allocator("nca")
        .get("/cases/" + id)
        .then()
        .body("state", equalTo("RECEIVED"))
        .body("disseminations[0].reason", equalTo("NO_CAPACITY"));
    assertThat(world.disseminated(id, ESSEX)).isEqualTo(2);
    supervisor("42").get("/cases/" + id).then().body("disseminations", hasSize(1));
  }

  @Test
  void what_was_withdrawn_cannot_be_accepted() {
    ReferralId id = world.received();
    int number = world.disseminated(id, KENT);
    allocator("nca")
        .body(Map.of("reason", "sent too early"))
        .post("/cases/" + id + "/disseminations/" + number + "/withdrawal")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.hand-off-withdrawn.v1"));
    refused(world.acceptForKent(id, number, "p-sue"), 409, "offer-closed");
  }

  @Test
  void an_officer_outside_the_roster_is_allocated_nothing() {
    refused(world.allocate(world.withKent(), "p-stranger"), 422, "person-not-in-roster");
  }

  @Test
  void only_the_officer_offered_accepts() {
    ReferralId id = world.withKent();
    int number = world.allocate(id, "p-ola").then().statusCode(201).extract().path("number");
    refused(world.acceptAllocation(id, number, "p-omar"), 403, "not-offered-to-you");
    officer("p-ola")
        .body(Map.of("reason", "absent"))
        .post("/cases/" + id + "/allocations/" + number + "/decline")
        .then()
        .statusCode(200);
    refused(world.acceptAllocation(id, number, "p-ola"), 409, "offer-closed");
  }

  @Test
  void an_action_is_of_a_listed_kind_and_has_happened() {
    ReferralId id = world.withOla();
    refused(act(id, "raid", "2026-01-01T00:00:00Z"), 422, "unknown-kind")
        .body("detail", containsString("WARRANT_EXECUTED"));
    refused(act(id, "ARREST", "2999-01-01T00:00:00Z"), 422, "date-in-the-future");
    refused(act(id, "ARREST", "yesterday"), 422, "wrong-form");
    act(id, "voluntary attendance", "2026-01-01T00:00:00Z").then().statusCode(200);
    act(id, "voluntary attendance", "2026-01-01T00:00:00Z")
        .then()
        .statusCode(200)
        .body("recorded", empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PASSED_TO_ANOTHER_FORCE", "passed to another force"})
  void passing_on_is_no_outcome(String outcome) {
    refused(propose(world.withOla(), outcome), 422, "passing-on-is-no-outcome")
        .body("detail", containsString("R37"));
  }

  @Test
  void an_unknown_outcome_is_told_the_list() {
    refused(propose(world.withOla(), "FORGOTTEN"), 422, "unknown-outcome")
        .body("detail", containsString("NO_FURTHER_ACTION"));
  }

  @Test
  void closing_takes_another_person() {
    ReferralId id = world.withOla();
    refused(confirm(id, "p-sue"), 409, "no-outcome-proposed");
    propose(id, "arrested").then().statusCode(200);
    refused(confirm(id, "p-ola"), 409, "second-person-needed");
    confirm(id, "p-sue").then().statusCode(200);
    confirm(id, "p-sue").then().statusCode(200).body("recorded", empty());
    refused(propose(id, "charged"), 409, "case-concluded");
  }

  @Test
  void a_force_system_speaks_for_people_of_its_roster_as_they_may() {
    ReferralId id = world.withOla();
    propose(id, "arrested").then().statusCode(200);
    refused(systemConfirms(id, "p-omar"), 403, "supervisor-needed");
    refused(systemConfirms(id, "p-stranger"), 422, "person-not-in-roster");
    systemConfirms(id, "p-sue").then().statusCode(200);
  }

  @Test
  void an_administrator_reads_no_sealed_data() {
    ReferralId id = world.withKent();
    as("administrator", "46", "p-admin")
        .get("/cases/" + id)
        .then()
        .statusCode(200)
        .body("$", not(hasKey("package")))
        .body(not(containsString("first words")));
  }

  @Test
  void the_same_idempotency_key_gives_the_first_answer() {
    ReferralId id = world.received();
    int first = withKey(id, "46").then().statusCode(201).extract().path("number");
    withKey(id, "46").then().statusCode(201).body("number", equalTo(first));
    refused(withKey(id, "42"), 422, "idempotency-key-reused");
  }

  private static Response withKey(ReferralId id, String force) {
    return allocator("nca")
        .header("Idempotency-Key", "k-" + id)
        .body(Map.of("force", force))
        .post("/cases/" + id + "/disseminations");
  }

  private static Response act(ReferralId id, String kind, String happenedAt) {
    return officer("p-ola")
        .body(Map.of("kind", kind, "happenedAt", happenedAt))
        .post("/cases/" + id + "/actions");
  }

  private static Response propose(ReferralId id, String outcome) {
    return officer("p-ola").body(Map.of("outcome", outcome)).post("/cases/" + id + "/outcome");
  }

  private static Response confirm(ReferralId id, String person) {
    return as("supervisor", "46", person).body("{}").post("/cases/" + id + "/outcome/confirmation");
  }

  private static Response systemConfirms(ReferralId id, String person) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.of("force-system", "46"))
        .header("Baton-On-Behalf-Of", person)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/cases/" + id + "/outcome/confirmation");
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
