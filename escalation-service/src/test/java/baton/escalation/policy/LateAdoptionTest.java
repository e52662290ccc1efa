package baton.escalation.policy;

import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import baton.contract.BatonEvent;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.TeamId;
import baton.contract.allocation.CaseDisseminated;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.TimescaleRow;
import baton.contract.escalation.TimescalesAdopted;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import baton.journal.envelope.JournalJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the register tells late governs what it should have governed, and nothing else. */
@QuarkusTest
@Stepped
class LateAdoptionTest {
  private static final OrganisationCode WEST_YORKSHIRE = new OrganisationCode("13");
  private static final OrganisationCode HUMBERSIDE = new OrganisationCode("16");
  private static final OrganisationCode CLEVELAND = new OrganisationCode("17");

  @Inject AgroalDataSource database;
  @Inject Refolds refolds;

  private Live live;
  private Instant start;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void two_orders_of_arrival_give_equal_boards_and_the_sweep_agrees() {
    Story late = offeredTo(WEST_YORKSHIRE);
    live.others().tell(late);
    live.stepTo(start.plusSeconds(120));
    assertThat(clock(late, "FORCE_ACCEPTS")).containsEntry("policyVersion", "baton-defaults-1");
    live.others().tell(List.of(adoption(WEST_YORKSHIRE)));
    live.settle();

    Story inTime = offeredTo(HUMBERSIDE);
    live.others().tell(List.of(adoption(HUMBERSIDE)));
    live.settle();
    live.others().tell(inTime);
    live.settle();

    for (Story story : List.of(late, inTime))
      assertThat(clock(story, "FORCE_ACCEPTS"))
          .containsEntry("policyVersion", "own-1")
          .containsEntry("due", start.plusSeconds(60).plus(Duration.ofHours(2)).toString());
    assertThat(clock(late, "ENFORCEMENT_ACTION"))
        .isEqualTo(clock(inTime, "ENFORCEMENT_ACTION"))
        .containsEntry("policyVersion", "baton-defaults-1");
    assertThat(sweep().getList("differences")).isEmpty();
  }

  @Test
  void what_was_found_by_the_wrong_table_goes_and_what_it_missed_is_found() {
    Story story = offeredTo(CLEVELAND);
    live.others().tell(story);
    live.stepTo(start.plus(Duration.ofHours(3)));
    assertThat(overdueForces(story)).isEmpty();
    live.others().tell(List.of(adoption(CLEVELAND)));
    live.settle();
    assertThat(overdueForces(story)).hasSize(1);
  }

  @Test
  void what_earlier_rules_folded_is_folded_anew_at_the_start_of_a_later_version() throws Exception {
    Story story = offeredTo(CLEVELAND);
    live.others().tell(story);
    live.stepTo(start.plusSeconds(120));
    asFoldedBefore(story);
    assertThat(sweep().getList("differences")).hasSize(1);

    refolds.orderThisEdition();
    live.settle();

    assertThat(sweep().getList("differences")).isEmpty();
    assertThat(clock(story, "ENFORCEMENT_ACTION")).containsEntry("state", "running");
  }

  @Test
  void what_was_read_again_in_another_order_is_folded_anew_once_all_of_it_is_read()
      throws Exception {
    UUID order = UUID.randomUUID();
    for (long more : new long[] {1_000_000, 0}) {
      try (var connection = database.getConnection()) {
        connection.setAutoCommit(false);
        change(connection, "update refold set done_at = now() where done_at is null");
        change(connection, "insert into refold (adoption, since) values ('%s', 'epoch')", order);
        change(
            connection,
            "insert into refold_after select '%s', topic, partition, next_offset + %d"
                + " from log_checkpoint",
            order,
            more);
        assertThat(RefoldTable.on(connection).next().isPresent())
            .as("%d to read", more)
            .isEqualTo(more == 0);
        connection.rollback();
      }
    }
  }

  private static void change(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql.formatted(values));
    }
  }

  /** The board without what the last event made of it, and no note that this version was here. */
  private void asFoldedBefore(Story story) throws SQLException, JsonProcessingException {
    String state = JournalJson.mapper().writeValueAsString(story.custody(start.plusSeconds(59)));
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement("update custody_board set state = ? where referral = ?");
        var forget = connection.prepareStatement("delete from refold where since = 'epoch'")) {
      update.setString(1, state);
      update.setObject(2, story.referral().value());
      assertThat(update.executeUpdate()).isEqualTo(1);
      assertThat(forget.executeUpdate()).isPositive();
    }
  }

  @Test
  void a_supervisors_order_sets_anew_what_runs_of_the_organisation_once() {
    OrganisationCode dorset = new OrganisationCode("55");
    Story theirs = acceptedBy(dorset);
    Story others = acceptedBy(new OrganisationCode("53"));
    live.others().tell(theirs, others);
    live.stepTo(start.plusSeconds(120));
    Instant from = live.now().plus(Duration.ofMinutes(10));
    supervisor(dorset)
        .body(
            Map.of(
                "version",
                "dorset-7",
                "effectiveFrom",
                from.toString(),
                "reason",
                "two weeks",
                "limits",
                Map.of("ENFORCEMENT_ACTION", Map.of("always", "2d"))))
        .put("/timescales/55")
        .then()
        .statusCode(200);
    order(dorset).statusCode(409);
    live.stepTo(from);
    assertThat(clock(theirs, "ENFORCEMENT_ACTION"))
        .containsEntry("policyVersion", "baton-defaults-1");

    order(dorset).statusCode(202);
    live.settle();
    live.settle();

    assertThat(clock(theirs, "ENFORCEMENT_ACTION"))
        .containsEntry("policyVersion", "dorset-7")
        .containsEntry("due", start.plusSeconds(60).plus(Duration.ofDays(2)).toString());
    assertThat(clock(others, "ENFORCEMENT_ACTION"))
        .containsEntry("policyVersion", "baton-defaults-1");
    assertThat(recalculated(theirs)).isEqualTo(1);
    assertThat(recalculated(others)).isZero();
    get("/timescales/55")
        .body("recalculations[0].recorded", equalTo(1))
        .body("recalculations[0].done", equalTo(true));
    assertThat(sweep().getList("differences")).isEmpty();
  }

  private ValidatableResponse order(OrganisationCode organisation) {
    return supervisor(organisation)
        .body(Map.of("version", "dorset-7", "reason", "two weeks for all"))
        .post("/timescales/" + organisation + "/recalculation")
        .then()
        .log()
        .ifValidationFails();
  }

  private static RequestSpecification supervisor(OrganisationCode organisation) {
    return Live.as("supervisor", organisation.value(), "p-9").contentType("application/json");
  }

  private static long recalculated(Story story) {
    return Live.auditor()
        .get("/audit/referrals/" + story.referral() + "/events")
        .asString()
        .lines()
        .filter(line -> line.contains("\"baton.deadlines-recalculated.v1\""))
        .count();
  }

  private Story offeredTo(OrganisationCode force) {
    var story = new Story().receivedAndOpened(start);
    return story.tells(
        Story.ALLOCATION,
        new CaseDisseminated(
            story.referral(), 1, OrganisationCode.NCA, force, "SPADE-1", false, null),
        start.plusSeconds(60));
  }

  private Story acceptedBy(OrganisationCode force) {
    Story story = offeredTo(force);
    return story.tells(
        Story.ALLOCATION,
        new DisseminationAccepted(
            story.referral(), 1, force, new TeamId("polit"), new PersonId("p-1")),
        start.plusSeconds(90));
  }

  private Recorded<BatonEvent> adoption(OrganisationCode organisation) {
    var row = new TimescaleRow("PT2H", "PT2H", "PT2H", "PT2H", "PT2H");
    return Story.register(
        "/policy-elsewhere",
        "policy-" + organisation,
        0,
        new TimescalesAdopted(
            organisation, "own-1", start, null, "a test", Map.of(ClockName.FORCE_ACCEPTS, row)),
        start.minus(Duration.ofMinutes(15)));
  }

  private static Map<String, Object> clock(Story story, String name) {
    List<Map<String, Object>> clocks = get("/custody/" + story.referral()).extract().path("clocks");
    return clocks.stream().filter(each -> each.get("clock").equals(name)).findFirst().orElseThrow();
  }

  private List<Map<String, Object>> overdueForces(Story story) {
    return live.escalationsOf(story).stream()
        .filter(each -> "FORCE_ACCEPTS".equals(each.get("clock")))
        .toList();
  }

  private static JsonPath sweep() {
    String location =
        Live.auditor()
            .contentType("application/json")
            .body("{}")
            .post("/sweeps")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    await()
        .until(
            () ->
                List.of("done", "failed").contains(get(location).extract().<String>path("state")));
    JsonPath report = get(location).extract().jsonPath();
    assertThat(report.getString("state")).isEqualTo("done");
    return report;
  }
}
