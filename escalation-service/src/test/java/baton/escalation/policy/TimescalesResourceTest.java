package baton.escalation.policy;

import static baton.escalation.fixtures.Live.as;
import static baton.escalation.fixtures.Live.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.policy.file.Defaults;
import baton.policy.file.PolicyFile;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stepped
class TimescalesResourceTest {
  private static final String ESSEX = "/timescales/42";
  private static final Map<String, Object> TWO_WEEKS =
      Map.of("ENFORCEMENT_ACTION", Map.of("high", "7d", "otherwise", "14d"));

  @Inject PolicyFiles files;
  @Inject AgroalDataSource database;

  private Live live;

  @BeforeEach
  void begin() {
    live = new Live();
    live.stepTo(live.now().plus(Duration.ofDays(1)));
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void who_has_adopted_nothing_reads_the_defaults_and_the_calendar_of_the_nation() {
    get("/timescales/99")
        .body("nation", equalTo("SCOTLAND"))
        .body("calendar", containsString("scotland-2010-20"))
        .body("inForce.ENFORCEMENT_ACTION.low", equalTo("P30D"))
        .body("inForce.UPSTREAM_ANSWER.low", equalTo("2 working days"))
        .body("inForce.ENFORCEMENT_ACTION.version", equalTo("baton-defaults-1"))
        .body("versions", empty());
  }

  @Test
  void a_supervisor_adopts_a_table_that_counts_from_its_time_on() {
    Instant from = live.now().plus(Duration.ofHours(1));
    adopt("supervisor", "42", body("essex-1", from, TWO_WEEKS))
        .statusCode(200)
        .body("recorded", equalTo(List.of("baton.timescales-adopted.v1")));
    adopt("supervisor", "42", body("essex-1", from, TWO_WEEKS))
        .statusCode(200)
        .body("recorded", empty());
    live.settle();
    get(ESSEX)
        .body("versions[0].version", equalTo("essex-1"))
        .body("versions[0].state", equalTo("UPCOMING"))
        .body("versions[0].by", equalTo("p-9"))
        .body("inForce.ENFORCEMENT_ACTION.low", equalTo("P30D"));
    live.stepTo(from);
    get(ESSEX)
        .body("versions[0].state", equalTo("IN_FORCE"))
        .body("inForce.ENFORCEMENT_ACTION.low", equalTo("P14D"))
        .body("inForce.ENFORCEMENT_ACTION.version", equalTo("essex-1"))
        .body("inForce.GRADE.version", equalTo("baton-defaults-1"));
    adopt("administrator", "nca", body("essex-1", from.plusSeconds(3600), TWO_WEEKS))
        .statusCode(409)
        .body("type", containsString("version-taken"));
  }

  @Test
  void what_is_wrong_is_told_with_where_it_stands() {
    Instant from = live.now().plus(Duration.ofHours(1));
    Map<String, Object> wrong =
        Map.of(
            "GRADE",
            Map.of("always", "three days"),
            "TRIAGE",
            Map.of("urgent", "15m", "high", "0h"),
            "DEVELOP",
            Map.of("high", "3d"),
            "TEA",
            Map.of("always", "5m"));
    adopt("supervisor", "42", body("essex-9", from, wrong))
        .statusCode(422)
        .body(
            "violations.pointer",
            hasItems(
                "/limits/GRADE/always", "/limits/TRIAGE/high", "/limits/DEVELOP", "/limits/TEA"))
        .body(
            "violations.detail",
            hasItems(
                "'three days' is no limit: write 72h, 3d or 2 working days",
                "DEVELOP has no limit for urgent, veryHigh, medium, low, nor otherwise"));
    adopt("supervisor", "42", body("essex-9", live.now(), TWO_WEEKS))
        .statusCode(422)
        .body("type", containsString("effective-too-soon"));
    adopt("supervisor", "42", Map.of()).statusCode(422);
  }

  @Test
  void another_organisations_table_is_not_ones_own_to_change() {
    var body = body("essex-8", live.now().plus(Duration.ofHours(1)), TWO_WEEKS);
    adopt("supervisor", "46", body).statusCode(404);
    adopt("supervisor", "nca", body).statusCode(404);
    adopt("officer", "42", body).statusCode(403);
    as("auditor", "nca").get("/timescales/98").then().statusCode(404);
  }

  @Test
  void a_ladder_is_adopted_in_the_same_way() {
    Instant from = live.now().plus(Duration.ofMinutes(30));
    Map<String, Object> wanted =
        Map.of(
            "version", "dorset-1",
            "effectiveFrom", from.toString(),
            "reason", "Nights are long",
            "rungs", Map.of("SERGEANT", "2h"),
            "acknowledgementLasts", "12h");
    as("supervisor", "55", "p-9")
        .contentType("application/json")
        .body(wanted)
        .put("/ladders/55")
        .then()
        .statusCode(200)
        .body("recorded", equalTo(List.of("baton.ladder-adopted.v1")));
    live.stepTo(from);
    get("/ladders/55")
        .body("version", equalTo("dorset-1"))
        .body("rungs.SERGEANT", equalTo("PT2H"))
        .body("rungs.INSPECTOR", equalTo("PT24H"))
        .body("acknowledgementLasts", equalTo("PT12H"));
  }

  @Test
  void a_start_adopts_what_is_not_on_record_and_nothing_twice() throws SQLException {
    assertThat(stored("baton.timescales-adopted.v1", "policy-baton")).isEqualTo(1);
    assertThat(stored("baton.ladder-adopted.v1", "policy-baton")).isEqualTo(1);
    assertThat(stored("baton.calendar-adopted.v1", "calendar-scotland")).isPositive();
    String own =
        """
        - organisation: "54"
          version: wiltshire-1
          reason: a test
          timescales: {GRADE: {always: 12h}}
        """;
    files.take(List.of(Defaults.part()));
    files.take(PolicyFile.read("own.yaml", own));
    files.take(PolicyFile.read("own.yaml", own));
    assertThat(stored("baton.timescales-adopted.v1", "policy-baton")).isEqualTo(1);
    assertThat(stored("baton.timescales-adopted.v1", "policy-54")).isEqualTo(1);
    var changed = PolicyFile.read("own.yaml", own.replace("12h", "6h"));
    assertThatThrownBy(() -> files.take(changed))
        .isInstanceOf(PolicyFiles.Unusable.class)
        .hasMessageContaining("BATON_TIMESCALES, line 1: Version wiltshire-1 of 54 was adopted");
    files.take(List.of());
  }

  private long stored(String type, String stream) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "select count(*) from event_entry where payload_type = ? and aggregate_identifier = ?")) {
      select.setString(1, type);
      select.setString(2, stream);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static Map<String, Object> body(String version, Instant from, Map<String, ?> limits) {
    return Map.of(
        "version",
        version,
        "effectiveFrom",
        from.toString(),
        "reason",
        "Low means two weeks here",
        "limits",
        limits);
  }

  private static ValidatableResponse adopt(
      String role, String organisation, Map<String, Object> body) {
    return as(role, organisation, "p-9")
        .contentType("application/json")
        .body(body)
        .put(ESSEX)
        .then()
        .log()
        .ifValidationFails();
  }
}
