package baton.escalation.sweep;

import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.sweep.SweepReport.State;
import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How sweeps end that nobody wants any more, or whose service is gone. */
@QuarkusTest
@Stepped
class SweepEndsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Inject AgroalDataSource database;
  @Inject SweepTable table;

  @Test
  void one_whose_service_was_killed_has_failed_and_the_next_is_right() throws SQLException {
    UUID killed = elsewhere(State.READING);
    assertThat(state(killed)).as("told of a moment ago").isEqualTo("reading");
    silenceFor(killed, "3 minutes");

    JsonPath report = get("/sweeps/" + killed).extract().jsonPath();
    assertThat(report.getString("state")).isEqualTo("failed");
    assertThat(report.getString("reason")).contains("sweep again");
    assertThat(report.<Integer>get("differenceCount")).isNull();
    assertThat(ended(ask()).getList("differences")).isEmpty();
  }

  @Test
  void one_that_had_ended_stays_as_it_was_however_long_ago() throws SQLException {
    UUID done = elsewhere(State.DONE);
    silenceFor(done, "1 year");
    table.keep(report(done, State.FAILED));
    assertThat(state(done)).isEqualTo("done");
  }

  @Test
  void what_another_instance_runs_can_be_cancelled_here() {
    UUID other = elsewhere(State.READING);
    UUID own = elsewhere(State.READING);
    Live.auditor().delete("/sweeps/" + other).then().statusCode(200);
    assertThat(table.unwanted(List.of(other, own))).containsExactly(other);
  }

  private UUID elsewhere(State state) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    table.keep(report(id, state));
    return id;
  }

  private static SweepReport report(UUID id, State state) {
    return new SweepReport(
        id,
        state,
        null,
        null,
        null,
        Instant.EPOCH,
        "p-1",
        5,
        9,
        1,
        4,
        0,
        0,
        1,
        2,
        Map.of(),
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private void silenceFor(UUID sweep, String howLong) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "update sweep set told_at = now() - ?::interval where sweep = ?")) {
      statement.setString(1, howLong);
      statement.setObject(2, sweep);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static String state(UUID sweep) {
    return get("/sweeps/" + sweep).extract().path("state");
  }

  private static String ask() {
    return Live.auditor()
        .contentType("application/json")
        .body("{}")
        .post("/sweeps")
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  private static JsonPath ended(String location) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                List.of("done", "failed", "cancelled")
                    .contains(get(location).extract().<String>path("state")));
    return get(location).extract().jsonPath();
  }
}
