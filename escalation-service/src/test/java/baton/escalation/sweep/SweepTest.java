package baton.escalation.sweep;

import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.risk.Basis;
import baton.contract.risk.ForceDetermined;
import baton.custody.Custody;
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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stepped
class SweepTest {
  private static final String KEEP = "create table kept as table custody_board";
  private static final String RESTORE =
      "delete from custody_board; insert into custody_board table kept; drop table kept";

  @Inject AgroalDataSource database;

  private boolean tampered;
  private Live live;
  private Instant start;
  private Story story;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    story = new Story().receivedAndOpened(start).triaged(Grade.LOW, start.plusSeconds(9));
  }

  @AfterEach
  void end() throws SQLException {
    live.close();
    if (tampered) execute(RESTORE);
  }

  @Test
  void an_untouched_board_equals_the_log() {
    live.others().tell(story, new Story().receivedAndOpened(start));
    live.stepTo(start.plus(Duration.ofHours(5)));

    JsonPath report = sweep("{}");
    assertThat(report.getString("state")).isEqualTo("done");
    assertThat(report.getList("differences")).isEmpty();
    assertThat(report.getInt("comparedBySummary")).as("there is memory enough").isZero();
    assertThat(report.getLong("events")).isEqualTo(report.getLong("total")).isPositive();
    assertThat(report.getMap("findings")).containsKeys("HAND_OFF_OVERDUE", "WITHOUT_PERSON");
  }

  @Test
  void a_hole_in_the_board_is_named() throws SQLException {
    live.others().tell(story);
    live.stepTo(start.plusSeconds(20));
    tamper("delete from custody_board where referral = ?");

    assertThat(difference()).containsEntry("kind", "ROW_MISSING").containsEntry("board", "nothing");
  }

  @Test
  void a_wrong_row_is_named() throws SQLException {
    live.others().tell(story);
    live.stepTo(start.plusSeconds(20));
    tamper(
        "update custody_board set state = replace(state, '\"LOW\"', '\"HIGH\"') where referral ="
            + " ?");

    assertThat(difference()).containsEntry("kind", "ROW_WRONG");
    assertThat(difference().get("board")).asString().contains("priority HIGH");
    assertThat(difference().get("log")).asString().contains("priority LOW");
  }

  @Test
  void a_wrong_column_is_named() throws SQLException {
    live.others().tell(story);
    live.stepTo(start.plusSeconds(20));
    tamper("update custody_board set custodian_person = 'p-666' where referral = ?");

    assertThat(difference()).containsEntry("kind", "ROW_WRONG");
    assertThat(difference().get("board")).asString().contains("custodian_person");
  }

  @Test
  void a_row_too_many_is_named() throws SQLException {
    live.others().tell(story);
    live.stepTo(start.plusSeconds(20));
    var invented = new Story();
    update(
        "insert into custody_board select '"
            + invented.referral()
            + "', replace(state, referral::text, '"
            + invented.referral()
            + "'), stage, custodian_organisation, custodian_team, custodian_person, custodian_post,"
            + " custodian_since, agency, reference, batch, force, priority, grade, urgent,"
            + " received_at, next_due, triaged, disseminated, accepted, graded, allocated, acted,"
            + " concluded, waiting_acceptance, without_person from custody_board where referral ="
            + " ?",
        story);

    assertThat(difference(invented))
        .containsEntry("kind", "ROW_TOO_MANY")
        .containsEntry("log", "nothing");
  }

  @Test
  void an_event_hidden_from_the_reader_is_named() throws SQLException {
    live.others().tell(story);
    live.stepTo(start.plusSeconds(20));
    // As a reader would have left it that had skipped the last event.
    var hidden = story.custody(start.plusSeconds(8));
    tamper("update custody_board set state = '" + json(hidden) + "' where referral = ?");

    Map<String, Object> found = difference();
    assertThat(found).containsEntry("kind", "EVENT_NOT_APPLIED");
    assertThat(found.get("events"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event)
                    .containsEntry("type", "baton.triage-priority-set.v1")
                    .containsEntry("event", story.last().id().toString())
                    .containsKeys("partition", "offset"));
    assertThat(boardFindings()).anyMatch(each -> each.contains(story.last().id().toString()));

    execute(RESTORE);
    tampered = false;
    sweep("{}");
    assertThat(boardFindings()).noneMatch(each -> each.contains(story.referral().toString()));
  }

  @Test
  void while_referrals_arrive_no_difference_is_found() {
    live.others().tell(story);
    for (int sweep = 0; sweep < 3; sweep++) {
      String location = ask(Live.auditor()).statusCode(202).extract().header("Location");
      int told = 0;
      do {
        live.others().tell(new Story().receivedAndOpened(start));
        told++;
      } while (!over(location));
      JsonPath report = get(location).extract().jsonPath();
      assertThat(report.getString("state")).as(report.prettify()).isEqualTo("done");
      assertThat(report.getList("differences")).as("%d arrived meanwhile", told).isEmpty();
    }
  }

  @Test
  void what_it_takes_is_told_beforehand() {
    JsonPath asked = ask(Live.auditor()).statusCode(202).extract().jsonPath();
    assertThat(asked.getLong("memoryNeededBytes")).isPositive();
    assertThat(asked.getLong("memoryLimitBytes")).isGreaterThan(asked.getLong("memoryNeededBytes"));
  }

  @Test
  void what_waits_for_its_turn_can_be_cancelled() {
    // While the first runs, the others wait: the last of them cannot have begun.
    String last = null;
    for (int i = 0; i < 8; i++)
      last = ask(Live.auditor()).statusCode(202).extract().header("Location");
    Live.auditor().delete(last).then().statusCode(200);
    String location = last;
    await().until(() -> get(location).extract().path("state").equals("cancelled"));
    Live.auditor().delete("/sweeps/" + new Story().referral()).then().statusCode(404);
    Live.as("officer", "46", "p-1").delete(last).then().statusCode(403);
  }

  @Test
  void as_at_an_earlier_time_the_findings_are_those_of_that_time() {
    live.others().tell(story);
    live.stepTo(start.plus(Duration.ofDays(3)));
    Instant before = start.plus(Duration.ofHours(3));
    int earlier = count(sweep("{\"asAt\":\"" + before + "\"}"));
    int later = count(sweep("{\"asAt\":\"" + start.plus(Duration.ofHours(5)) + "\"}"));

    assertThat(later).isEqualTo(earlier + 1);
  }

  @Test
  void a_past_moment_says_how_far_it_is_known() {
    live.others().tell(story);
    Instant known = live.stepTo(start.plus(Duration.ofHours(3)));
    Instant before = start.plus(Duration.ofHours(2));
    assertThat(sweep("{\"asAt\":\"" + before + "\"}").getString("completeTo"))
        .isEqualTo(before.toString());

    // No writer vouches for what came since.
    Instant later = known.plus(Duration.ofHours(1));
    live.move(later);
    assertThat(Instant.parse(sweep("{\"asAt\":\"" + later + "\"}").getString("completeTo")))
        .isBefore(later);
    assertThat(sweep("{}").getString("completeTo")).isNull();
  }

  @Test
  void findings_of_one_force_are_told_apart() {
    var elsewhere = new Story().receivedAndOpened(start);
    var kents = new Story().receivedAndOpened(start);
    live.others()
        .tell(
            story,
            elsewhere,
            kents.tells(
                "/intake-service",
                new ForceDetermined(
                    kents.referral(), null, OrganisationCode.of("03"), Basis.NAMED_BY_SENDER, null),
                start.plusSeconds(1)));
    live.stepTo(start.plus(Duration.ofHours(5)));

    JsonPath report = sweep("{\"force\":\"03\"}");
    assertThat(report.getString("force")).isEqualTo("03");
    assertThat(report.getMap("findingsOfForce")).containsEntry("WITHOUT_PERSON", 1);
    assertThat(report.getInt("findings.WITHOUT_PERSON")).isGreaterThan(1);
    assertThat(report.getList("differences")).isEmpty();
    assertThat(sweep("{}").getMap("$")).doesNotContainKeys("force", "findingsOfForce");
    Live.auditor()
        .contentType("application/json")
        .body("{\"force\":\"Kent\"}")
        .post("/sweeps")
        .then()
        .statusCode(422);
  }

  @Test
  void a_sweep_is_on_the_register() {
    String id = sweep("{}").getString("sweepId");
    live.settle();

    await()
        .until(
            () ->
                Live.auditor()
                    .get("/audit/events?from=" + start)
                    .asString()
                    .contains("sweep-" + id));
  }

  @Test
  void who_does_not_see_everything_may_not_sweep() {
    ask(Live.as("supervisor", "46", "p-1")).statusCode(403);
    ask(Live.as("officer", "46", "p-1")).statusCode(403);
    ask(Live.as("administrator", "nca")).statusCode(202);
  }

  private static List<String> boardFindings() {
    return get("/escalations?kind=BOARD_DIFFERS").extract().path("items.sentence");
  }

  private static ValidatableResponse ask(RequestSpecification who) {
    return who.contentType("application/json").body("{}").post("/sweeps").then();
  }

  private static int count(JsonPath report) {
    Integer found = report.get("findings.WITHOUT_PERSON");
    return found == null ? 0 : found;
  }

  private Map<String, Object> difference() {
    return difference(story);
  }

  private Map<String, Object> difference(Story of) {
    List<Map<String, Object>> all = sweep("{}").getList("differences");
    return all.stream()
        .filter(each -> each.get("referralId").equals(of.referral().toString()))
        .findFirst()
        .orElseThrow();
  }

  private JsonPath sweep(String body) {
    String location =
        Live.auditor()
            .contentType("application/json")
            .body(body)
            .post("/sweeps")
            .then()
            .log()
            .ifValidationFails()
            .statusCode(202)
            .extract()
            .header("Location");
    await().until(() -> over(location));
    return get(location).extract().jsonPath();
  }

  private static boolean over(String location) {
    return List.of("done", "failed").contains(get(location).extract().<String>path("state"));
  }

  private static String json(Custody custody) {
    try {
      return JournalJson.mapper().writeValueAsString(custody);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private void tamper(String sql) throws SQLException {
    update(sql, story);
  }

  private void update(String sql, Story of) throws SQLException {
    execute(KEEP);
    tampered = true;
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, of.referral().value());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
