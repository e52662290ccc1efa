package baton.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.fixtures.Stepped;
import baton.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@QuarkusTest
@Stepped
class OpenApiTest {

  private static final Path CHECKED_IN = Path.of("openapi.yaml");

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

  /** The order of fields does not matter. */
  private static Object tree(String yaml) {
    return new Yaml().load(yaml);
  }
}
