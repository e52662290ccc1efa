package baton.risk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
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
    assertThat(said).isEqualTo(Files.readString(CHECKED_IN));
  }
}
