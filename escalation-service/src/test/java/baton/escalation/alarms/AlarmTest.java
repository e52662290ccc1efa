package baton.escalation.alarms;

import static baton.escalation.fixtures.Live.as;
import static baton.escalation.fixtures.Live.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import baton.contract.Grade;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One cause behind many: the twenty-first makes it one alarm. */
@QuarkusTest
@Stepped
class AlarmTest {
  private static final Duration TRIAGE = Duration.ofHours(24);

  private Live live;
  private Instant start;
  private TeamId team;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    // A team of its own, so that what other tests left open shares no cause.
    team = new TeamId("team-" + start.getEpochSecond());
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void twenty_of_a_cause_are_told_one_by_one_and_the_twenty_first_makes_it_one_alarm() {
    List<Story> stories = waiting(20);
    live.stepTo(start.plus(TRIAGE).plusSeconds(60));
    assertThat(alarms("open")).isEmpty();

    stories.addAll(waiting(1));
    live.settle();

    var alarm = alarms("open").getFirst();
    assertThat(alarm)
        .containsEntry("kind", "CLOCK_EXPIRED")
        .containsEntry("clock", "TRIAGE")
        .containsEntry("referrals", 21)
        .containsEntry("rung", "CUSTODIAN");
    assertThat(alarm.get("sentence")).asString().startsWith("21 referrals of team " + team);
    get("/alarms/" + alarm.get("id")).body("items", hasSize(21)).body("next", equalTo(null));
    get("/alarms/" + alarm.get("id") + "?limit=20").body("items", hasSize(20));
    assertThat(stories)
        .allSatisfy(story -> assertThat(triageOf(story)).containsEntry("alarm", alarm.get("id")));
  }

  @Test
  void the_alarm_climbs_for_all_of_them_and_ends_when_half_are_left() {
    List<Story> stories = waiting(21);
    live.stepTo(start.plus(TRIAGE).plusSeconds(60));
    var id = alarms("open").getFirst().get("id");
    Instant climb = Instant.parse(alarms("open").getFirst().get("nextClimb").toString());

    live.stepTo(climb.plusMillis(1));
    assertThat(alarms("open").getFirst()).containsEntry("rung", "SERGEANT");
    assertThat(triageOf(stories.getFirst()))
        .containsEntry("rung", "CUSTODIAN")
        .doesNotContainKey("nextClimb");

    triage(stories.subList(0, 10));
    assertThat(alarms("open").getFirst()).containsEntry("id", id).containsEntry("referrals", 11);
    triage(stories.subList(10, 11));
    assertThat(alarms("open")).isEmpty();
    assertThat(alarms("resolved").getFirst()).containsEntry("id", id).containsKey("resolvedBy");
    assertThat(triageOf(stories.getLast())).doesNotContainKey("alarm").containsKey("nextClimb");
  }

  @Test
  void a_supervisor_of_the_organisation_told_acknowledges_and_nobody_elses() {
    waiting(21);
    live.stepTo(start.plus(TRIAGE).plusSeconds(60));
    var id = alarms("open").getFirst().get("id");
    String path = "/alarms/" + id + "/acknowledgement";

    as("supervisor", "46", "p-7").post(path).then().statusCode(404);
    as("officer", "nca", "p-7").post(path).then().statusCode(403);
    as("supervisor", "nca", "p-7")
        .post(path)
        .then()
        .statusCode(200)
        .body("recorded", equalTo(List.of("baton.alarm-acknowledged.v1")));

    Instant until = Instant.parse(alarms("open").getFirst().get("acknowledgedUntil").toString());
    live.stepTo(until);
    assertThat(alarms("open").getFirst()).containsEntry("rung", "CUSTODIAN");
    live.stepTo(until.plusMillis(1));
    assertThat(alarms("open").getFirst())
        .containsEntry("rung", "SERGEANT")
        .doesNotContainKey("acknowledgedUntil");
    as("supervisor", "46", "p-7").get("/alarms").then().body("items", hasSize(0));
    Live.auditor().get("/alarms?state=shut").then().statusCode(422);
    Live.auditor().get("/alarms/0199c0de-0000-7000-8000-000000000001").then().statusCode(404);
  }

  private List<Story> waiting(int count) {
    var stories = new ArrayList<Story>();
    var assessor = new PersonId("p-" + start.getEpochSecond());
    for (int i = 0; i < count; i++)
      stories.add(
          new Story()
              .receivedAndOpened(start)
              .offeredToAssessor(start.plusSeconds(60), assessor, team)
              .assessorAccepted(start.plusSeconds(120), assessor, team));
    live.others().tell(stories.toArray(Story[]::new));
    return stories;
  }

  private void triage(List<Story> stories) {
    for (Story story : stories) {
      story.triaged(Grade.LOW, live.now());
      live.others().tell(List.of(story.last()));
    }
    live.stepTo(live.now().plusSeconds(1));
  }

  private List<Map<String, Object>> alarms(String state) {
    List<Map<String, Object>> all =
        get("/alarms?limit=1000&state=" + state).extract().path("items");
    return all.stream()
        .filter(each -> "TRIAGE".equals(each.get("clock")))
        .filter(each -> team.value().equals(each.get("team")))
        .toList();
  }

  private Map<String, Object> triageOf(Story story) {
    return live.escalationsOf(story).stream()
        .filter(each -> "TRIAGE".equals(each.get("clock")))
        .findFirst()
        .orElseThrow();
  }
}
