package baton.allocation;

import static baton.allocation.AllocationWorld.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.feed.FeedOf;
import baton.allocation.webhooks.Sending;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Every route of openapi.yaml by every credential: what force 30 has, is offered, is told or keeps,
 * asked for by its own people and systems, by those of force 21, by the NCA's, by those of a joint
 * unit that acts for it and of one that acts for force 21, by everybody else. The expectations
 * stand in {@code credential-matrix.txt}; a route that is not there fails. What the service does is
 * written to {@code target/credential-matrix.txt}: where it fails, look at what changed, and take
 * that over if it is meant.
 */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
@TestProfile(Sending.class)
class CredentialMatrixTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXPECTED = Path.of("src", "test", "resources", "credential-matrix.txt");
  private static final String OWN = "30";
  private static final String OTHER = "21";

  /** Acts for force 30. */
  private static final String UNIT = "matrix-joint";

  /** Acts for force 21. */
  private static final String OTHER_UNIT = "matrix-joint-other";

  /** In the order of the columns. */
  private static final List<String> CREDENTIALS = credentials();

  private static ReferralId held;
  private static ReferralId offered;
  private static String webhook;

  @Inject AllocationWorld world;

  private static List<String> credentials() {
    var all = new ArrayList<String>();
    for (String organisation : List.of(OWN, OTHER, "nca", UNIT, OTHER_UNIT))
      for (String role :
          List.of(
              "assessor", "allocator", "officer", "supervisor", "force-system", "administrator"))
        all.add(role + " " + organisation);
    all.addAll(List.of("agency toronto-police", "auditor hmicfrs", "administrator baton"));
    return List.copyOf(all);
  }

  /** A route, how it is called, and what is expected of each credential. */
  private record Row(String route, String call, String expected) {
    static Row of(String line) {
      String[] parts = line.split(" +\\| +", 3);
      return new Row(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    /** Whether it is about something that force 30 has and no other force may see. */
    boolean ofOneForce() {
      return call.contains("{held}")
          || call.contains("{offered}")
          || call.contains("{webhook}")
          || call.contains("force=" + OWN)
          || call.contains("/roster/" + OWN)
          || call.contains("\"organisation\":\"" + OWN);
    }
  }

  @BeforeEach
  void prepare() {
    if (held != null) return;
    world.staffed(OWN, "matrix-polit", "m-sue", "m-ola", "m-away");
    world.staffed(OTHER, "other-polit", "m-sue", "m-ola");
    world.staffed(UNIT, "joint-polit", "m-sue", "m-ola");
    world.staffed(OTHER_UNIT, "other-joint-polit", "m-sue", "m-ola");
    actsFor(UNIT, OWN);
    actsFor(OTHER_UNIT, OTHER);
    offered = world.received();
    world.disseminated(offered, OrganisationCode.of(OWN));
    held = world.received();
    int number = world.disseminated(held, OrganisationCode.of(OWN));
    as("supervisor", OWN, "m-sue")
        .body(Map.of("person", "m-sue"))
        .post("/cases/" + held + "/disseminations/" + number + "/acceptance")
        .then()
        .statusCode(200);
    as("supervisor", OWN, "m-sue")
        .body(Map.of("person", "m-ola"))
        .post("/cases/" + held + "/allocations")
        .then()
        .statusCode(201);
    as("officer", OWN, "m-ola")
        .body("{}")
        .post("/cases/" + held + "/allocations/1/acceptance")
        .then()
        .statusCode(200);
    new FeedOf(OWN).told(held, "disseminated");
  }

  private static void actsFor(String unit, String force) {
    as("administrator", "baton", "p-admin")
        .body(Map.of("forces", List.of(force)))
        .put("/joint-units/" + unit)
        .then()
        .statusCode(200);
  }

  @Test
  void every_route_has_a_row() throws IOException {
    assertThat(rows().stream().map(Row::route).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(routes());
    assertThat(rows()).allMatch(row -> row.expected().length() == CREDENTIALS.size());
  }

  @Test
  void every_credential_gets_what_the_matrix_says() throws IOException {
    var found = new ArrayList<String>();
    for (Row row : rows()) found.add("%s | %s | %s".formatted(row.route(), row.call(), found(row)));
    Files.write(Path.of("target", "credential-matrix.txt"), found);
    assertThat(found)
        .isEqualTo(
            rows().stream()
                .map(row -> "%s | %s | %s".formatted(row.route(), row.call(), row.expected()))
                .toList());
  }

  /** Must hold, whatever else the matrix comes to say. */
  @Test
  void no_credential_of_another_force_passes_where_something_is_one_forces_own()
      throws IOException {
    var passing = new TreeSet<String>();
    for (Row row : rows())
      for (int i = 0; i < CREDENTIALS.size(); i++)
        if (row.ofOneForce()
            && (CREDENTIALS.get(i).endsWith(" " + OTHER)
                || CREDENTIALS.get(i).endsWith(" " + OTHER_UNIT))
            && row.expected().charAt(i) == '.') passing.add(row.call() + ": " + CREDENTIALS.get(i));
    assertThat(passing).isEmpty();
  }

  @Test
  void without_a_token_that_is_good_now_and_for_baton_nobody_passes_anywhere() throws IOException {
    for (Row row : rows()) {
      for (String token :
          new String[] {
            null,
            "no.token.atall",
            Tokens.expired("supervisor", OWN, "m-sue"),
            Tokens.forAudience("another-service", "supervisor", OWN, "m-sue")
          }) {
        var request = token == null ? given() : given().auth().oauth2(token);
        assertThat(send(row.call(), request).statusCode()).as(row.call()).isEqualTo(401);
      }
    }
  }

  private String found(Row row) {
    var found = new StringBuilder();
    for (String credential : CREDENTIALS) {
      int status = status(send(row.call(), request(credential)));
      assertThat(status).as(row.call() + " by " + credential).isLessThan(500).isNotIn(405, 415);
      found.append(
          switch (status) {
            case 401 -> '1';
            case 403 -> '3';
            case 404 -> '4';
            default -> '.';
          });
    }
    return found.toString();
  }

  private static RequestSpecification request(String credential) {
    String[] words = credential.split(" ");
    String person =
        switch (words[0]) {
          case "agency", "force-system" -> null;
          case "supervisor" -> "m-sue";
          default -> "m-ola";
        };
    var request = given().auth().oauth2(Tokens.of(words[0], words[1], person));
    return words[0].equals("force-system")
        ? request.header("Baton-On-Behalf-Of", "m-ola")
        : request;
  }

  /** Such as {@code POST /teams {"id":"t"}}; what an accept header asks for stands behind @. */
  private Response send(String call, RequestSpecification request) {
    String[] parts = filled(call).split(" +", 3);
    String body = parts.length == 3 ? parts[2] : null;
    if (parts[1].equals("/commands"))
      return request
          .contentType("application/x-ndjson")
          .body(body.getBytes(StandardCharsets.UTF_8))
          .post("/commands");
    if (parts[0].equals("STREAM"))
      // A place that is none: who may follow is told that, and nobody is kept.
      return request.accept("text/event-stream").header("Last-Event-ID", "x").get(parts[1]);
    if (body != null) request.contentType(ContentType.JSON).body(body);
    return request.request(parts[0], parts[1]);
  }

  /** One line of many commands is answered by itself. */
  private static int status(Response answer) {
    if (answer.statusCode() != 200 || !answer.contentType().startsWith("application/x-ndjson"))
      return answer.statusCode();
    try {
      JsonNode line = JSON.readTree(answer.asString().lines().findFirst().orElseThrow());
      return line.at("/problem/status").asInt(200);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String filled(String call) {
    return call.replace("{held}", held.toString())
        .replace("{offered}", offered.toString())
        .replace("{webhook}", call.contains("{webhook}") ? webhook() : "");
  }

  /** Force 30's, made anew when somebody removed it. It wants nothing that is ever told. */
  private static String webhook() {
    var system = as("force-system", OWN, null);
    if (webhook == null || system.get("/webhooks/" + webhook).statusCode() == 404)
      webhook =
          as("force-system", OWN, null)
              .body(
                  Map.of(
                      "url", "http://localhost:9/",
                      "scheme", "v1",
                      "kinds", List.of("baton.feed.transferred.v1")))
              .post("/webhooks")
              .then()
              .statusCode(201)
              .extract()
              .path("webhook.id");
    return webhook;
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(EXPECTED).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Row::of)
        .toList();
  }

  /** Such as {@code GET /cases/{referralId}}. */
  private static List<String> routes() throws IOException {
    JsonNode document =
        JSON.valueToTree(new Yaml().load(Files.readString(Path.of("openapi.yaml"))));
    var routes = new ArrayList<String>();
    new LinkedHashMap<>(JSON.convertValue(document.path("paths"), Map.class))
        .forEach(
            (path, methods) ->
                document
                    .path("paths")
                    .path(path.toString())
                    .fieldNames()
                    .forEachRemaining(
                        method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return routes;
  }
}
