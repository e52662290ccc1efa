package baton.allocation.webhooks;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An instance of the version before works on beside this one. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class WebhookOfBeforeTest {
  private static final String FORCE = "12";

  /** Word for word what the version before V124 sends; due in years, so that nothing is sent. */
  private static final String INSERT =
      """
      insert into webhook (id, force, url, scheme, kinds, made_at, next_at)
      values (?, ?, 'https://force.example/baton', 'V1', null, now(), now() + interval '10 years')\
      """;

  @Inject AgroalDataSource database;

  @Test
  void may_still_make_webhooks_and_they_are_the_forces_own() throws SQLException {
    var id = UUID.randomUUID();
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, id);
      insert.setString(2, FORCE);
      insert.executeUpdate();
    }
    given()
        .auth()
        .oauth2(Tokens.of("force-system", FORCE, null))
        .get("/webhooks/" + id)
        .then()
        .statusCode(200)
        .body("webhook.registrant", equalTo(FORCE));
  }
}
