package baton.escalation.catchup;

import static baton.escalation.fixtures.Live.as;
import static baton.escalation.fixtures.Live.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.CaseConcluded;
import baton.contract.allocation.Outcome;
import baton.contract.intake.ReferralOriginated;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A bureau goes live with its open cases: one alarm for its team, and dates that are kept or not.
 */
@QuarkusTest
@Stepped
class CatchUpTest {
  private static final OrganisationCode BUREAU = OrganisationCode.NCA;

  private static final PersonId OTHER = new PersonId("p-nca-1");

  private Live live;
  private Instant start;
  private TeamId team;
  private PersonId officer;
  private String plan;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    team = new TeamId("team-" + start.getEpochSecond());
    officer = new PersonId("p-" + start.getEpochSecond());
    plan = "go-live-" + start.getEpochSecond();
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void one_alarm_stands_for_all_expired_clocks_while_the_plan_runs() {
    adopt(milestone(Duration.ofDays(10), 5)).statusCode(200);
    List<Story> stories = imported(3);
    live.stepTo(start.plus(Duration.ofHours(25)));

    var alarm = alarms("open", "CLOCK_EXPIRED").getFirst();
    assertThat(alarm).doesNotContainKey("clock").containsEntry("team", team.value());
    for (Story story : stories)
      assertThat(live.escalationsOf(story))
          .isNotEmpty()
          .filteredOn(each -> each.get("clock") != null)
          .filteredOn(each -> each.get("resolvedAt") == null)
          .allSatisfy(each -> assertThat(each).containsEntry("alarm", alarm.get("id")));
    get("/catch-up-plans/" + plan + "")
        .body("referrals", equalTo(3))
        .body("open", equalTo(3))
        .body("milestones[0].state", equalTo("AHEAD"));
  }

  @Test
  void a_milestone_that_is_missed_is_an_alarm_until_as_many_are_concluded() {
    adopt(milestone(Duration.ofDays(2), 1), milestone(Duration.ofDays(60), 0)).statusCode(200);
    List<Story> stories = imported(3);
    live.stepTo(start.plus(Duration.ofDays(2)).plusSeconds(1));

    assertThat(alarms("open", "CATCH_UP_MISSED").getFirst()).containsEntry("referrals", 3);
    get("/catch-up-plans/" + plan + "")
        .body("milestones.state", equalTo(List.of("MISSED", "AHEAD")));

    conclude(stories.get(0));
    conclude(stories.get(1));
    live.stepTo(live.now().plusSeconds(1));
    assertThat(alarms("open", "CATCH_UP_MISSED")).isEmpty();
  }

  @Test
  void only_a_supervisor_of_the_organisation_adopts_a_plan_that_can_be_kept() {
    var good =
        Map.of("organisation", "nca", "milestones", List.of(milestone(Duration.ofDays(1), 1)));
    String path = "/catch-up-plans/" + plan;

    send("supervisor", "46", good).put(path).then().statusCode(403);
    send("assessor", "nca", good).put(path).then().statusCode(403);
    send("supervisor", "nca", Map.of("organisation", "nca")).put(path).then().statusCode(422);
    adopt(milestone(Duration.ofDays(2), 1), milestone(Duration.ofDays(1), 0)).statusCode(422);
    adopt(milestone(Duration.ofDays(-1), 1)).statusCode(422);
    adopt(Map.of("by", "tomorrow", "openAtMost", -1)).statusCode(422);
    Live.auditor().get(path).then().statusCode(404);
  }

  private List<Story> imported(int count) {
    var stories = new ArrayList<Story>();
    for (int i = 0; i < count; i++) {
      var story = new Story().received(start);
      story.tells(
          Story.INTAKE,
          new ReferralOriginated(
              story.referral(),
              BUREAU,
              team,
              officer,
              start.minus(Duration.ofDays(100)),
              null,
              null,
              null,
              plan),
          start.plusMillis(1));
      stories.add(
          story
              .offeredToAssessor(start.plusMillis(2), officer, team)
              .assessorAccepted(start.plusMillis(3), officer, team));
    }
    live.others().tell(stories.toArray(Story[]::new));
    return stories;
  }

  private void conclude(Story story) {
    story.tells(
        Story.ALLOCATION,
        new CaseConcluded(story.referral(), Outcome.NO_FURTHER_ACTION, officer, OTHER),
        live.now());
    live.others().tell(List.of(story.last()));
  }

  private Map<String, Object> milestone(Duration after, int openAtMost) {
    return Map.of("by", start.plus(after).toString(), "openAtMost", openAtMost);
  }

  private ValidatableResponse adopt(Object... milestones) {
    var body = Map.of("organisation", "nca", "team", team.value(), "milestones", milestones);
    return send("supervisor", "nca", body)
        .put("/catch-up-plans/" + plan)
        .then()
        .log()
        .ifValidationFails();
  }

  private static RequestSpecification send(String role, String organisation, Object body) {
    return as(role, organisation, "p-nca-1").contentType("application/json").body(body);
  }

  private List<Map<String, Object>> alarms(String state, String kind) {
    List<Map<String, Object>> all =
        get("/alarms?limit=1000&state=" + state).extract().path("items");
    return all.stream()
        .filter(each -> kind.equals(each.get("kind")) && team.value().equals(each.get("team")))
        .toList();
  }
}
