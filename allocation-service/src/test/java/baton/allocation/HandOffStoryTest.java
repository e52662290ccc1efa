package baton.allocation;

import static baton.allocation.AllocationWorld.ESSEX;
import static baton.allocation.AllocationWorld.KENT;
import static baton.allocation.AllocationWorld.allocator;
import static baton.allocation.AllocationWorld.as;
import static baton.allocation.AllocationWorld.officer;
import static baton.allocation.AllocationWorld.supervisor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A referral between organisations, over REST: redirected, decided, transferred, outside, joint.
 */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class HandOffStoryTest {
  private static final Map<String, String> TO_ESSEX =
      Map.of("reason", "not ours", "redirectTo", "42", "text", "he moved to Colchester");

  @Inject AllocationWorld world;

  @BeforeEach
  void staff() {
    world.kentIsStaffed();
    world.staffed("42", "essex-polit", "p-sue", "p-eva");
  }

  @Test
  void a_redirect_is_with_the_other_force_at_once_and_a_second_goes_to_the_tie_breaker() {
    named("46", "42", "45", "p-judge");
    ReferralId id = world.received();
    int first = world.disseminated(id, KENT);
    refused(
        world.decline(id, first, "46", Map.of("reason", "not ours", "redirectTo", "42")),
        422,
        "evidence-missing");
    world
        .decline(id, first, "46", TO_ESSEX)
        .then()
        .statusCode(200)
        .body(
            "recorded",
            contains("baton.dissemination-redirected.v1", "baton.case-disseminated.v1"));
    supervisor("42")
        .get("/cases/" + id)
        .then()
        .body("state", equalTo("DISSEMINATED"))
        .body("package.note", equalTo("a note"));
    world
        .decline(
            id, 2, "42", Map.of("reason", "not ours", "redirectTo", "46", "text", "moved back"))
        .then()
        .statusCode(200)
        .body("recorded", hasItem("baton.tie-breaker-appointed.v1"));
    supervisor("45")
        .get("/cases/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("WITH_TIE_BREAKER"))
        .body("person", equalTo("p-judge"));
    refused(world.disseminate(id, ESSEX), 403, "not-yours");
    refused(offer(as("supervisor", "45", "p-other"), id, "46"), 403, "tie-breaker-decides");
    offer(as("allocator", "45", "p-judge"), id, "46").then().statusCode(201);
    refused(world.decline(id, 3, "46", TO_ESSEX), 409, "ownership-settled");
    world.acceptForKent(id, 3, "p-sue").then().statusCode(200);
  }

  @Test
  void a_transfer_moves_custody_when_the_other_force_accepts_and_hides_the_content() {
    ReferralId id = world.withOla();
    offer(supervisor("46"), id, "42").then().statusCode(201).body("number", equalTo(2));
    officer("p-ola").get("/cases/" + id).then().body("state", equalTo("WITH_OFFICER"));
    supervisor("42")
        .body(Map.of("person", "p-eva"))
        .post("/cases/" + id + "/disseminations/2/acceptance")
        .then()
        .statusCode(200);
    supervisor("42")
        .get("/cases/" + id)
        .then()
        .body("state", equalTo("WITH_FORCE"))
        .body("person", equalTo("p-eva"))
        .body("package.referral.narrative", equalTo("first words"));
    supervisor("46")
        .get("/cases/" + id)
        .then()
        .statusCode(200)
        .body("force", equalTo("42"))
        .body("person", nullValue())
        .body("disseminations[1].from", equalTo("46"))
        .body("disseminations[1].state", equalTo("ACCEPTED"))
        .body(not(containsString("first words")));
    officer("p-ola")
        .body(Map.of("kind", "ARREST", "happenedAt", "2026-01-01T00:00:00Z"))
        .post("/cases/" + id + "/actions")
        .then()
        .statusCode(404);
  }

  @Test
  void a_withdrawn_transfer_leaves_everything_as_it_was() {
    ReferralId id = world.withOla();
    offer(supervisor("46"), id, "42").then().statusCode(201);
    supervisor("46")
        .body("{}")
        .post("/cases/" + id + "/disseminations/2/withdrawal")
        .then()
        .statusCode(200);
    officer("p-ola")
        .get("/cases/" + id)
        .then()
        .body("state", equalTo("WITH_OFFICER"))
        .body("person", equalTo("p-ola"));
    supervisor("42").get("/cases/" + id).then().statusCode(404);
  }

  @Test
  void who_is_not_on_baton_accepts_by_two_persons_of_who_offered_it() {
    ReferralId id = world.received();
    refused(offer(allocator("nca"), id, "ncb-oslo"), 422, "unknown-force");
    allocator("nca")
        .body(Map.of("force", "ncb-oslo", "outside", true))
        .post("/cases/" + id + "/disseminations")
        .then()
        .statusCode(201);
    String path = "/cases/" + id + "/disseminations/1/recorded-acceptance";
    var recorded =
        Map.of("name", "Kari Synthetic", "acceptedAt", "2026-01-01T00:00:00Z", "reference", "N-7");
    allocator("nca").body(recorded).post(path).then().statusCode(200);
    refused(allocator("nca").body("{}").post(path + "/confirmation"), 409, "second-person-needed");
    as("supervisor", "nca", "p-head")
        .body("{}")
        .post(path + "/confirmation")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.outside-acceptance-confirmed.v1"));
    allocator("nca")
        .get("/cases/" + id)
        .then()
        .body("state", equalTo("WITH_FORCE"))
        .body("force", equalTo("ncb-oslo"))
        .body("disseminations[0].outside.reference", equalTo("N-7"))
        .body(not(containsString("Kari")));
    ReferralId kents = world.received();
    int number = world.disseminated(kents, KENT);
    refused(
        allocator("nca")
            .body(recorded)
            .post("/cases/" + kents + "/disseminations/" + number + "/recorded-acceptance"),
        409,
        "organisation-is-on-baton");
  }

  @Test
  void a_joint_unit_accepts_allocates_and_works_for_a_force_that_it_covers() {
    world.staffed("seroc", "seroc-team", "p-una", "p-ute");
    as("administrator", "baton", "p-admin")
        .body(Map.of("forces", List.of("50")))
        .put("/joint-units/seroc")
        .then()
        .statusCode(200);
    ReferralId id = world.received();
    offer(allocator("nca"), id, "50").then().statusCode(201);
    var una = as("supervisor", "seroc", "p-una");
    una.get("/cases/" + id).then().statusCode(200);
    as("supervisor", "seroc", "p-una")
        .body(Map.of("person", "p-una"))
        .post("/cases/" + id + "/disseminations/1/acceptance")
        .then()
        .statusCode(200);
    as("supervisor", "seroc", "p-una")
        .body(Map.of("person", "p-ute"))
        .post("/cases/" + id + "/allocations")
        .then()
        .statusCode(201);
    as("officer", "seroc", "p-ute")
        .body("{}")
        .post("/cases/" + id + "/allocations/1/acceptance")
        .then()
        .statusCode(200);
    as("officer", "seroc", "p-ute")
        .get("/cases/" + id)
        .then()
        .body("force", equalTo("50"))
        .body("person", equalTo("p-ute"));
    ReferralId other = world.received();
    int number = world.disseminated(other, KENT);
    as("supervisor", "seroc", "p-una")
        .body(Map.of("person", "p-una"))
        .post("/cases/" + other + "/disseminations/" + number + "/acceptance")
        .then()
        .statusCode(404);
  }

  @Test
  void a_supervisor_reviews_records_and_opens_again() {
    ReferralId id = world.withOla();
    String next = Instant.now().plus(20, ChronoUnit.DAYS).toString();
    supervisor("46")
        .body(
            Map.of(
                "grade", "low", "owner", "p-ola", "nextReview", next, "outstandingActions", "all"))
        .post("/cases/" + id + "/reviews")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.supervisor-reviewed.v1"));
    String reference = "46-" + id;
    reference(id, reference).then().statusCode(200);
    reference(id, reference).then().statusCode(200).body("recorded", empty());
    refused(reference(world.withOla(), reference), 409, "local-reference-taken")
        .body("detail", containsString(id.toString()));
    supervisor("46")
        .get("/cases?localReference=" + reference + "&system=NICHE")
        .then()
        .body("items.referralId", contains(id.toString()));
    officer("p-ola").body("{}").post("/cases/" + id + "/content").then().statusCode(200);
    refused(
        officer("p-ola").body(Map.of("outcome", "PASSED_ABROAD")).post("/cases/" + id + "/outcome"),
        422,
        "ends-at-the-nca");
    officer("p-ola").body(Map.of("outcome", "ARRESTED")).post("/cases/" + id + "/outcome");
    supervisor("46").body("{}").post("/cases/" + id + "/outcome/confirmation");
    supervisor("46")
        .body(Map.of("reason", "new images"))
        .post("/cases/" + id + "/reopening")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.case-reopened.v1"));
    supervisor("46")
        .get("/cases/" + id)
        .then()
        .body("state", equalTo("WITH_OFFICER"))
        .body("person", equalTo("p-ola"))
        .body("outcome", nullValue())
        .body("localReferences[0].reference", equalTo(reference))
        .body("reviews[0].by", equalTo("p-sue"))
        .body("securedContent.by", equalTo("p-ola"));
  }

  private void named(String one, String other, String organisation, String person) {
    world.staffed(organisation, organisation + "-team", person);
    as("administrator", "nca", "p-admin")
        .body(Map.of("one", one, "other", other, "organisation", organisation, "person", person))
        .put("/tie-breakers")
        .then()
        .statusCode(200);
  }

  private static Response reference(ReferralId id, String reference) {
    return officer("p-ola")
        .body(Map.of("system", "NICHE", "reference", reference))
        .post("/cases/" + id + "/local-references");
  }

  private static Response offer(RequestSpecification by, ReferralId id, String force) {
    return by.body(Map.of("force", force)).post("/cases/" + id + "/disseminations");
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
