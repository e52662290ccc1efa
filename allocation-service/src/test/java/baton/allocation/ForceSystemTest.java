package baton.allocation;

import static baton.allocation.AllocationWorld.KENT;
import static baton.allocation.AllocationWorld.as;
import static baton.allocation.AllocationWorld.supervisor;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A force's own system: many commands at once, and its list of open cases. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class ForceSystemTest {
  @Inject AllocationWorld world;

  @BeforeEach
  void staff() {
    world.kentIsStaffed();
  }

  @Test
  void commands_are_done_one_by_one_and_each_is_answered() {
    ReferralId id = world.received();
    int number = world.disseminated(id, KENT);
    String reference = "N-" + id;
    List<JsonPath> answers =
        send(
            null,
            """
            {"command":"accept-dissemination","referralId":"%s","number":%d,"onBehalfOf":"p-sue","person":"p-sue"}

            {"command":"record-local-reference","referralId":"%s","onBehalfOf":"p-sue","system":"NICHE","reference":"%s"}
            {"command":"allocate","system":"NICHE","localReference":"%s","onBehalfOf":"p-sue","person":"p-ola"}
            {"command":"accept-allocation","system":"NICHE","localReference":"%s","number":1,"onBehalfOf":"p-omar"}
            {"command":"accept-allocation","system":"NICHE","localReference":"%s","number":1,"onBehalfOf":"p-ola"}
            {"command":"allocate","referralId":"%s","person":"p-ola"}
            {"command":"frobnicate","referralId":"%s"}
            no json
            """
                .formatted(id, number, id, reference, reference, reference, reference, id, id));
    assertThat(answers.stream().map(a -> a.getInt("line"))).containsExactly(1, 3, 4, 5, 6, 7, 8, 9);
    assertThat(recorded(answers.get(0))).containsExactly("baton.dissemination-accepted.v1");
    assertThat(recorded(answers.get(2))).containsExactly("baton.case-allocated.v1");
    assertThat(answers.get(2).getInt("number")).isEqualTo(1);
    assertThat(problem(answers.get(3))).endsWith("not-offered-to-you");
    assertThat(recorded(answers.get(4))).containsExactly("baton.allocation-accepted.v1");
    assertThat(problem(answers.get(5))).endsWith("token-insufficient");
    assertThat(problem(answers.get(6))).endsWith("unknown-command");
    assertThat(problem(answers.get(7))).endsWith("malformed-json");
    supervisor("46").get("/cases/" + id).then().body("person", equalTo("p-ola"));
  }

  @Test
  void sent_again_under_the_same_key_what_was_done_is_answered_as_it_was() {
    ReferralId id = world.withOla();
    String key = "k-" + UUID.randomUUID();
    String act =
        """
        {"command":"record-action","referralId":"%s","onBehalfOf":"p-ola","kind":"ENQUIRY","happenedAt":"2026-01-01T00:00:00Z"}
        """
            .formatted(id);
    List<JsonPath> first = send(key, act);
    assertThat(recorded(first.getFirst())).containsExactly("baton.action-recorded.v1");
    List<JsonPath> again = send(key, act + act.replace("ENQUIRY", "DEVICES_SEIZED"));
    assertThat(again.getFirst().getString("recordedTime"))
        .isEqualTo(first.getFirst().getString("recordedTime"));
    assertThat(recorded(again.get(1))).containsExactly("baton.action-recorded.v1");
    supervisor("46")
        .get("/cases/" + id)
        .then()
        .body("actions.kind", hasItems("ENQUIRY", "DEVICES_SEIZED"))
        .body("actions.size()", equalTo(2));
  }

  @Test
  void the_forces_open_list_is_compared_and_told_once() {
    ReferralId listed = world.withOla();
    ReferralId forgotten = world.withOla();
    String system = "S-" + listed;
    reference(listed, system, "L-1");
    reference(forgotten, system, "L-2");
    compare(system, List.of("L-1", "L-9"))
        .then()
        .statusCode(200)
        .body("listed", equalTo(2))
        .body("matched", equalTo(1))
        .body("unknownReferences", equalTo(List.of("L-9")))
        .body("differences.referralId", hasItem(forgotten.toString()));
    supervisor("46")
        .get("/cases/" + forgotten)
        .then()
        .body("openListDifferences[0].difference", equalTo("NOT_IN_FORCE_LIST"));
    system("p-sue")
        .contentType("application/x-ndjson")
        .body("\"L-1\"\n\"L-2\"\n".getBytes(UTF_8))
        .post("/reconciliations?system=" + system)
        .then()
        .statusCode(200)
        .body("matched", equalTo(2))
        .body("unknown", equalTo(0));
    supervisor("46").get("/cases/" + forgotten).then().body("openListDifferences", empty());
  }

  @Test
  void not_every_name_of_a_system_is_compared() {
    world.staffed("14", "polit-14", "p-sue", "p-ola");
    ReferralId id = world.received();
    int number = world.disseminated(id, OrganisationCode.of("14"));
    as("supervisor", "14", "p-sue")
        .body(Map.of("person", "p-sue"))
        .post("/cases/" + id + "/disseminations/" + number + "/acceptance")
        .then()
        .statusCode(200);
    for (int n = 1; n <= 10; n++) typed("SYSTEM-" + n).statusCode(200).body("missing", equalTo(1));
    typed("SYSTEM-11")
        .statusCode(409)
        .body("type", containsString("too-many-systems"))
        .body("detail", containsString("SYSTEM-10"));
    typed("SYSTEM-3").statusCode(200);
  }

  private static ValidatableResponse typed(String system) {
    return as("supervisor", "14", "p-sue")
        .contentType("application/json")
        .body(List.of())
        .post("/reconciliations?system=" + system)
        .then();
  }

  private static void reference(ReferralId id, String system, String reference) {
    system("p-ola")
        .contentType("application/json")
        .body(Map.of("system", system, "reference", reference))
        .post("/cases/" + id + "/local-references")
        .then()
        .statusCode(200);
  }

  private static Response compare(String system, List<String> references) {
    return system("p-sue")
        .contentType("application/json")
        .body(references)
        .post("/reconciliations?system=" + system);
  }

  private static List<JsonPath> send(String key, String lines) {
    var request = given().auth().oauth2(Tokens.of("force-system", "46"));
    if (key != null) request.header("Idempotency-Key", key);
    return request
        .contentType("application/x-ndjson")
        .body(lines.getBytes(UTF_8))
        .post("/commands")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .map(JsonPath::new)
        .toList();
  }

  private static List<String> recorded(JsonPath answer) {
    return answer.getList("recorded");
  }

  private static String problem(JsonPath answer) {
    return answer.getString("problem.type");
  }

  private static RequestSpecification system(String person) {
    return given()
        .auth()
        .oauth2(Tokens.of("force-system", "46"))
        .header("Baton-On-Behalf-Of", person);
  }
}
