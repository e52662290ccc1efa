package baton.intake.limits;

import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.Agency;
import baton.platform.IdempotencyExpiry;
import baton.testing.BatonTestResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A database that does not get on: who waits is told so soon, and what was told is so. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
@TestProfile(SmallLimits.class)
class BackPressureTest {
  private static final Agency AGENCY = new Agency("patient-agency");
  private static final int SENDERS = 12;

  @Inject AgroalDataSource database;
  @Inject IdempotencyExpiry expiry;

  @ConfigProperty(name = "baton.db-url")
  String url;

  @ConfigProperty(name = "baton.db-user")
  String user;

  @ConfigProperty(name = "baton.db-password")
  String password;

  @Test
  void while_it_is_slow_a_few_wait_and_the_others_get_503_and_every_201_is_stored()
      throws Exception {
    String reference = newReference();
    var answers = new ArrayList<Future<ExtractableResponse<Response>>>();
    try (var senders = Executors.newVirtualThreadPerTaskExecutor();
        var slow = DriverManager.getConnection(url, user, password)) {
      slow.setAutoCommit(false);
      slow.createStatement().execute("lock table referral_registry in access exclusive mode");
      for (int n = 0; n < SENDERS; n++) {
        String one = referral(reference + "-" + n, "");
        answers.add(senders.submit(() -> AGENCY.sends(one).extract()));
      }
      await().until(() -> answers.stream().filter(Future::isDone).count() >= SENDERS - 5);
      Agency.TORONTO.request().get("/q/health/live").then().statusCode(200);
      slow.rollback();
    }
    int taken = 0;
    for (var each : answers) {
      var answer = each.get();
      if (answer.statusCode() == 201) taken++;
      else {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
      }
    }
    assertThat(taken).as("those that had a connection").isBetween(1, 5);
    assertThat(
            count(
                "select count(*) from referral_registry where reference like ?", reference + "-%"))
        .isEqualTo(taken);
    await().untilAsserted(() -> AGENCY.sends(referral(newReference(), "")).statusCode(201));
  }

  @Test
  void keys_of_long_ago_are_forgotten() throws SQLException {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into idempotency_key (organisation, path, key, body_hash, kept_since)"
                    + " select 'forgetful-agency', '/referrals', n::text, '', now() - n * interval"
                    + " '4 days' from generate_series(0, 1500) n")) {
      insert.executeUpdate();
    }
    expiry.expire();
    assertThat(
            count(
                "select count(*) from idempotency_key where organisation = ?", "forgetful-agency"))
        .as("of today and of four days ago")
        .isEqualTo(2);
  }

  private int count(String query, String value) throws SQLException {
    try (Connection connection = database.getConnection();
        var select = connection.prepareStatement(query)) {
      select.setString(1, value);
      var row = select.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
