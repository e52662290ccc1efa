package baton.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import baton.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What every service answers beside its own paths. Each service's test is a subclass. */
public abstract class ServiceContract extends LimitsContract {
  private static final Path CHECKED_IN = Path.of("openapi.yaml");

  /** A table that ships with the service, and the time itself. */
  private static final Set<String> TIMELESS = Set.of("/forces", "/clock");

  /** Where it fails, look at what changed, then take target/openapi.yaml over. */
  @Test
  void the_document_that_is_checked_in_is_what_the_service_says() throws IOException {
    String said =
        given()
            .auth()
            .oauth2(Tokens.of("auditor", "hmicfrs", "p-1"))
            .get("/q/openapi?format=yaml")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    Files.writeString(Path.of("target", "openapi.yaml"), said);
    assertThat(tree(said)).isEqualTo(tree(Files.readString(CHECKED_IN)));
  }

  /** Paths whose answers are no JSON and say in headers how new they are; tested beside them. */
  protected Set<String> toldInHeaders() {
    return Set.of();
  }

  /** Late is never green. The progress has no fixed form. */
  @Test
  void every_read_says_how_new_its_answer_is() throws IOException {
    var document = tree(Files.readString(CHECKED_IN));
    var silent = new TreeSet<String>();
    var elsewhere = new TreeSet<String>();
    for (var path : document.at("/paths").properties())
      for (var form : path.getValue().at("/get/responses/200/content").properties())
        if (form.getKey().equals("application/json")) {
          if (!isTold(document, form.getValue().path("schema"))) silent.add(path.getKey());
        } else if (!form.getKey().startsWith("text/event-stream")) elsewhere.add(path.getKey());
    silent.removeAll(TIMELESS);
    assertThat(silent).containsExactly("/progress");
    assertThat(elsewhere).isEqualTo(toldInHeaders());
    given()
        .auth()
        .oauth2(Tokens.of("auditor", "hmicfrs", "p-1"))
        .get("/progress")
        .then()
        .body("asOf", notNullValue())
        .body("lagSeconds", greaterThanOrEqualTo(0f));
  }

  @Test
  void every_metric_is_in_the_runbook() throws IOException {
    String metrics =
        given()
            .auth()
            .oauth2(Tokens.of("auditor", "hmicfrs", "p-1"))
            .get("/q/metrics")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(Runbook.shown(metrics)).contains("baton_relay_lag_events");
    assertThat(Runbook.named()).containsAll(Runbook.shown(metrics));
  }

  @Test
  void who_may_not_see_the_tools_is_told_why() {
    problem(given().get("/q/openapi"), 401, "token-missing-or-wrong");
    problem(given().get("/q/nothing-here"), 401, "token-missing-or-wrong");
    problem(
        given().auth().oauth2("no.token.atall").get("/q/metrics"), 401, "token-missing-or-wrong");
    String agency = Tokens.of("agency", "toronto-police");
    problem(given().auth().oauth2(agency).get("/q/metrics"), 403, "role-insufficient");
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void a_parameter_of_the_wrong_form_is_not_a_path_that_is_missing() {
    String administrator = Tokens.of("administrator", "nca", "p-1");
    for (String query : new String[] {"limit=x", "after=x", "limit=1.5"})
      problem(given().auth().oauth2(administrator).get("/parked?" + query), 422, "wrong-parameter");
  }

  private static boolean isTold(JsonNode document, JsonNode schema) {
    String form = schema.path("$ref").asText();
    JsonNode fields =
        form.isEmpty() ? schema : document.at(form.replaceFirst("^#", "")).path("properties");
    return fields.has("asOf") && fields.has("lagSeconds");
  }

  /** The order of fields does not matter. */
  private static JsonNode tree(String yaml) {
    return new ObjectMapper().valueToTree(new Yaml().load(yaml));
  }
}
