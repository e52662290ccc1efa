package baton.allocation.roster;

import static baton.allocation.AllocationWorld.as;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class RosterRestTest {
  @Inject RosterFile rosterFile;
  @TempDir Path folder;

  @Test
  void teams_and_officers_are_added_one_by_one() {
    administrator()
        .body("{\"id\":\"a-1\",\"organisation\":\"01\",\"name\":\"Team\",\"supervisor\":\"p-1\"}")
        .post("/teams")
        .then()
        .statusCode(200)
        .body("$", not(hasKey("referralId")))
        .body("recorded", contains("baton.team-formed.v1"));
    administrator()
        .body("{\"person\":\"p-2\",\"organisation\":\"01\",\"team\":\"a-1\",\"rank\":\"sergeant\"}")
        .post("/officers")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.officer-joined.v1"));
    administrator()
        .get("/roster/01")
        .then()
        .statusCode(200)
        .body("teams[0].supervisor", equalTo("p-1"))
        .body("officers[0].rank", equalTo("SERGEANT"));
  }

  @Test
  void the_whole_roster_records_only_what_is_different() {
    put("03", "{\"teams\":[{\"id\":\"c-1\"}],\"officers\":[{\"person\":\"p-1\",\"team\":\"c-1\"}]}")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.team-formed.v1", "baton.officer-joined.v1"));
    put("03", "{\"teams\":[{\"id\":\"c-1\"}],\"officers\":[{\"person\":\"p-1\",\"team\":\"c-1\"}]}")
        .then()
        .statusCode(200)
        .body("recorded", empty());
    put("03", "{\"officers\":[{\"person\":\"p-2\",\"team\":\"c-1\"}]}")
        .then()
        .statusCode(200)
        .body("recorded", contains("baton.officer-joined.v1", "baton.officer-left.v1"));
  }

  @Test
  void what_is_wrong_is_told_with_its_place() {
    put("04", "{\"officers\":[{\"person\":\"p-1\",\"team\":\"nowhere\"}]}")
        .then()
        .statusCode(422)
        .body("type", endsWith("/unknown-team"));
    put(
            "04",
            "{\"teams\":[{\"id\":\"a b\"}],\"officers\":[{},{\"person\":\"p\",\"rank\":\"king\"}]}")
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            containsInAnyOrder("/teams/0/id", "/officers/0/person", "/officers/1/rank"));
    put("04", "{\"organisation\":\"05\"}")
        .then()
        .statusCode(422)
        .body("type", endsWith("/another-organisation"));
  }

  @Test
  void the_file_is_taken_once_and_again_where_it_has_changed() throws IOException {
    rosterFile.take(file("[{\"organisation\":\"06\",\"officers\":[{\"person\":\"p-1\"}]}]"));
    administrator().body("{\"person\":\"p-2\",\"organisation\":\"06\"}").post("/officers");
    rosterFile.take(file("[{\"organisation\":\"06\",\"officers\":[{\"person\":\"p-1\"}]}]"));
    people("06", "p-1", "p-2");
    rosterFile.take(file("[{\"organisation\":\"06\",\"officers\":[{\"person\":\"p-3\"}]}]"));
    people("06", "p-3");
  }

  @Test
  void a_file_that_cannot_be_taken_says_why() throws IOException {
    Path malformed = file("[{");
    assertThatThrownBy(() -> rosterFile.take(malformed)).hasMessageContaining("JSON list");
    Path nameless = file("[{\"officers\":[]}]");
    assertThatThrownBy(() -> rosterFile.take(nameless)).hasMessageContaining("organisation");
    Path teamless =
        file("[{\"organisation\":\"07\",\"officers\":[{\"person\":\"p-1\",\"team\":\"x\"}]}]");
    assertThatThrownBy(() -> rosterFile.take(teamless)).hasMessageContaining("no team x");
  }

  private static void people(String organisation, String... people) {
    administrator().get("/roster/" + organisation).then().body("officers.person", contains(people));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("roster.json"), content);
  }

  private static Response put(String organisation, String body) {
    return administrator().body(body).put("/roster/" + organisation);
  }

  private static RequestSpecification administrator() {
    return as("administrator", "baton", "p-admin");
  }
}
