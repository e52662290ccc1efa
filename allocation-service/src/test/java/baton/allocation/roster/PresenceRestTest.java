package baton.allocation.roster;

import static baton.allocation.AllocationWorld.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import baton.allocation.AllocationWorld;
import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is there, and that nothing is handed to who is not. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class PresenceRestTest {
  @Inject AllocationWorld world;

  @Test
  void an_absence_is_recorded_once_shown_and_ended() {
    staff("10");
    String leave =
        "{\"organisation\":\"10\",\"absence\":\"leave\",\"from\":\"2026-01-01T00:00:00Z\"}";
    away("10", "p-2", leave).body("recorded", contains("baton.officer-unavailable.v1"));
    away("10", "p-2", leave).body("recorded", empty());
    roster("10").body("officers[1].absences.absence", contains("LEAVE"));

    back("10", "p-2").body("recorded", contains("baton.officer-returned.v1"));
    back("10", "p-2").body("recorded", empty());
  }

  @Test
  void what_is_wrong_with_an_absence_is_told_with_its_place() {
    staff("11");
    administrator()
        .body(
            "{\"organisation\":\"11\",\"absence\":\"holiday\",\"from\":\"2026-01-02T00:00:00Z\","
                + "\"until\":\"2026-01-01T00:00:00Z\"}")
        .put("/officers/p-2/availability")
        .then()
        .statusCode(422)
        .body("violations.pointer", containsInAnyOrder("/absence", "/until"));
    administrator()
        .body("{\"organisation\":\"11\",\"absence\":\"LEAVE\"}")
        .put("/officers/p-nobody/availability")
        .then()
        .statusCode(422)
        .body("type", endsWith("/person-not-in-roster"));
  }

  @Test
  void a_rota_replaces_the_one_before() {
    staff("12");
    rota("12", "/teams/t-12/rota", turn("p-1", 8, 16, false), turn("p-2", 16, 24, true))
        .statusCode(200)
        .body("recorded", contains("baton.duty-rota-set.v1"));
    rota("12", "/teams/t-12/rota", turn("p-2", 8, 16, false)).statusCode(200);
    rota("12", "/roster/12/duty-inspectors", turn("p-1", 0, 24, false)).statusCode(200);

    roster("12")
        .body("teams[0].rota.person", contains("p-2"))
        .body("dutyInspectors.person", contains("p-1"));
  }

  @Test
  void turns_that_overlap_and_people_who_are_not_there_are_told_with_their_place() {
    staff("13");
    rota(
            "13",
            "/teams/t-13/rota",
            turn("p-1", 8, 16, false),
            turn("p-2", 15, 23, false),
            turn("p-nobody", 16, 20, true),
            turn("p-2", 20, 19, true))
        .statusCode(422)
        .body(
            "violations.pointer",
            containsInAnyOrder("/turns/1/from", "/turns/2/person", "/turns/3/until"));
    rota("13", "/teams/t-nowhere/rota", turn("p-1", 8, 16, false))
        .statusCode(404)
        .body("type", endsWith("/team-not-found"));
  }

  @Test
  void a_supervisor_keeps_the_own_organisations_absences_and_rotas_and_nothing_else() {
    staff("14");
    var supervisor = as("supervisor", "14", "p-1");
    String sick = "{\"organisation\":\"14\",\"absence\":\"SICKNESS\"}";
    supervisor.body(sick).put("/officers/p-2/availability").then().statusCode(200);
    as("supervisor", "15", "p-9")
        .body(sick)
        .put("/officers/p-2/availability")
        .then()
        .statusCode(404);
    as("officer", "14", "p-2").body(sick).put("/officers/p-2/availability").then().statusCode(403);
    as("supervisor", "14", "p-1")
        .queryParam("organisation", "14")
        .delete("/officers/p-2")
        .then()
        .statusCode(403);
  }

  @Test
  void a_whole_roster_may_carry_absences_and_rotas_and_leaves_them_where_it_does_not() {
    String whole =
        "{\"teams\":[{\"id\":\"t-16\",\"rota\":["
            + turn("p-1", 8, 16, false)
            + "]}],\"officers\":[{\"person\":\"p-1\",\"team\":\"t-16\",\"absences\":[{\"absence\":\"LEAVE\","
            + "\"from\":\"2026-05-01T00:00:00Z\",\"until\":\"2026-05-08T00:00:00Z\"}]}],"
            + "\"dutyInspectors\":["
            + turn("p-1", 0, 24, true)
            + "]}";
    put("16", whole)
        .then()
        .statusCode(200)
        .body(
            "recorded",
            contains(
                "baton.team-formed.v1",
                "baton.officer-joined.v1",
                "baton.officer-unavailable.v1",
                "baton.duty-rota-set.v1",
                "baton.duty-rota-set.v1"));
    put("16", whole).then().body("recorded", empty());
    put(
            "16",
            "{\"teams\":[{\"id\":\"t-16\"}],\"officers\":[{\"person\":\"p-1\",\"team\":\"t-16\"}]}")
        .then()
        .body("recorded", empty());
    roster("16").body("teams[0].rota", hasSize(1)).body("officers[0].absences", hasSize(1));
    put("16", whole.replace("2026-05-08", "2026-04-08"))
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/officers/0/absences/0/until"));
  }

  @Test
  void nothing_is_offered_to_who_is_away_and_who_covers_is_named() {
    world.staffed("46", "kent-polit", "p-sue", "p-ola", "p-omar", "p-away");
    ReferralId id = world.withKent();
    away("46", "p-away", "{\"organisation\":\"46\",\"absence\":\"SICKNESS\"}");

    world
        .allocate(id, "p-away")
        .then()
        .statusCode(422)
        .body("type", endsWith("/person-away"))
        .body("detail", containsString("p-sue of 46"));
    back("46", "p-away");
    world.allocate(id, "p-away").then().statusCode(201);
  }

  @Test
  void what_is_offered_to_a_team_goes_to_who_is_on_duty_else_to_the_duty_inspector() {
    world.staffed("46", "kent-polit", "p-sue", "p-ola", "p-omar", "p-night");
    ReferralId id = world.withKent();
    noTurns("/teams/kent-polit/rota");
    noTurns("/roster/46/duty-inspectors");
    world
        .allocateToTeam(id, "kent-polit")
        .then()
        .statusCode(409)
        .body("type", endsWith("/nobody-on-duty"));
    world
        .allocateToTeam(id, "kent-nowhere")
        .then()
        .statusCode(422)
        .body("type", endsWith("/team-not-in-roster"));

    rota("46", "/roster/46/duty-inspectors", always("p-omar")).statusCode(200);
    int first =
        world.allocateToTeam(id, "kent-polit").then().statusCode(201).extract().path("number");
    world
        .supervisor("46")
        .get("/cases/" + id)
        .then()
        .body("allocations.officer[0]", equalTo("p-omar"));
    rota("46", "/teams/kent-polit/rota", always("p-night")).statusCode(200);
    int second =
        world.allocateToTeam(id, "kent-polit").then().statusCode(201).extract().path("number");
    world.acceptAllocation(id, second, "p-night").then().statusCode(200);

    noTurns("/teams/kent-polit/rota");
    noTurns("/roster/46/duty-inspectors");
  }

  @Test
  void one_of_a_person_and_a_team_is_named() {
    world.staffed("46", "kent-polit", "p-sue", "p-ola", "p-omar");
    ReferralId id = world.withKent();
    for (String body : List.of("{}", "{\"person\":\"p-ola\",\"team\":\"kent-polit\"}"))
      AllocationWorld.supervisor("46")
          .body(body)
          .post("/cases/" + id + "/allocations")
          .then()
          .statusCode(422)
          .body("violations", hasSize(1));
  }

  @Test
  void who_is_suspended_or_has_left_acts_no_more_whatever_the_token_says() {
    world.staffed("46", "kent-polit", "p-sue", "p-ola", "p-omar", "p-gone");
    ReferralId id = world.withKent();
    int number = world.allocate(id, "p-gone").then().statusCode(201).extract().path("number");
    away("46", "p-gone", "{\"organisation\":\"46\",\"absence\":\"SUSPENDED\"}");
    world
        .acceptAllocation(id, number, "p-gone")
        .then()
        .statusCode(403)
        .body("type", endsWith("/person-suspended"));

    administrator()
        .queryParam("organisation", "46")
        .delete("/officers/p-gone")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.officer-left.v1"));
    world
        .acceptAllocation(id, number, "p-gone")
        .then()
        .statusCode(403)
        .body("type", endsWith("/person-has-left"));
    world
        .allocate(id, "p-gone")
        .then()
        .statusCode(422)
        .body("type", endsWith("/person-has-left"))
        .body(
            "detail",
            equalTo(
                "p-gone of 46 does not work there any more, so nothing is handed to him or her (R4)."
                    + " Who covers now: p-sue of 46."));
  }

  private static void staff(String organisation) {
    String team = "t-" + organisation;
    put(
            organisation,
            "{\"teams\":[{\"id\":\"%s\",\"supervisor\":\"p-1\"}],\"officers\":[{\"person\":\"p-1\",\"team\":\"%s\"},{\"person\":\"p-2\",\"team\":\"%s\"}]}"
                .formatted(team, team, team))
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse away(String organisation, String person, String body) {
    return administrator()
        .body(body)
        .put("/officers/" + person + "/availability")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse back(String organisation, String person) {
    return administrator()
        .queryParam("organisation", organisation)
        .delete("/officers/" + person + "/availability")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse rota(String organisation, String path, String... turns) {
    return administrator()
        .body(
            "{\"organisation\":\""
                + organisation
                + "\",\"turns\":["
                + String.join(",", turns)
                + "]}")
        .put(path)
        .then();
  }

  private static void noTurns(String path) {
    rota("46", path).statusCode(200);
  }

  private static String always(String person) {
    return "{\"person\":\"%s\",\"from\":\"2020-01-01T00:00:00Z\",\"until\":\"2100-01-01T00:00:00Z\",\"onCall\":false}"
        .formatted(person);
  }

  /** A turn on one day between two hours; 24 is the next midnight. */
  private static String turn(String person, int from, int until, boolean onCall) {
    return "{\"person\":\"%s\",\"from\":\"%s\",\"until\":\"%s\",\"onCall\":%s}"
        .formatted(person, hour(from), hour(until), onCall);
  }

  private static String hour(int hour) {
    return hour == 24 ? "2026-03-03T00:00:00Z" : "2026-03-02T%02d:00:00Z".formatted(hour);
  }

  private static ValidatableResponse roster(String organisation) {
    return administrator().get("/roster/" + organisation).then().statusCode(200);
  }

  private static Response put(String organisation, String body) {
    return administrator().body(body).put("/roster/" + organisation);
  }

  private static RequestSpecification administrator() {
    return as("administrator", "baton", "p-admin");
  }
}
