package baton.escalation.ladder;

import static baton.escalation.fixtures.Live.as;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.allocation.Absence;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.Rank;
import baton.contract.allocation.TeamFormed;
import baton.contract.escalation.Rung;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody deals with climbs, at its own time, through the running service. */
@QuarkusTest
@Stepped
class LadderTest {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private static final Duration TRIAGE = Duration.ofHours(24);

  private Live live;
  private Instant start;
  private TeamId team;
  private PersonId assessor;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    team = new TeamId("team-" + start.getEpochSecond());
    assessor = new PersonId("p-" + start.getEpochSecond());
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void what_nobody_deals_with_climbs_to_the_top_each_rung_in_its_time() {
    Story story = told(waiting());
    Instant raised = live.stepTo(start.plus(TRIAGE).plus(MOMENT));
    assertThat(overdue(story))
        .containsEntry("rung", "CUSTODIAN")
        .containsEntry("told", Map.of("organisation", "nca", "person", assessor.value()));

    Instant told = raised;
    for (var step :
        List.of(
            Map.entry(Rung.SERGEANT, 4),
            Map.entry(Rung.INSPECTOR, 8),
            Map.entry(Rung.HEAD_OF_UNIT, 24),
            Map.entry(Rung.CHIEF_OFFICER, 72))) {
      Instant due = Instant.parse(overdue(story).get("nextClimb").toString());
      assertThat(due).isBetween(told.plus(hours(step)), told.plus(hours(step)).plusSeconds(1));
      live.stepTo(due);
      assertThat(overdue(story).get("rung")).isNotEqualTo(step.getKey().name());
      told = live.stepTo(due.plus(MOMENT));
      assertThat(overdue(story)).containsEntry("rung", step.getKey().name());
    }
    assertThat(overdue(story))
        .doesNotContainKey("nextClimb")
        .containsEntry("told", Map.of("organisation", "nca", "post", "chief-officer"));
  }

  @Test
  void an_acknowledgement_stops_the_climb_until_it_expires() {
    Story story = told(waiting());
    live.stepTo(start.plus(TRIAGE).plus(MOMENT));
    acknowledge(story, "p-7").run();
    Instant until = Instant.parse(overdue(story).get("acknowledgedUntil").toString());
    assertThat(until)
        .isBetween(live.now().plus(Duration.ofHours(24)), live.now().plus(Duration.ofHours(25)));

    live.stepTo(until);
    assertThat(overdue(story))
        .containsEntry("rung", "CUSTODIAN")
        .containsEntry("nextClimb", until.toString());
    live.stepTo(until.plus(MOMENT));
    assertThat(overdue(story))
        .containsEntry("rung", "SERGEANT")
        .doesNotContainKey("acknowledgedUntil");
  }

  @Test
  void two_who_acknowledge_at_once_are_both_on_record_and_the_later_one_counts() throws Exception {
    Story story = told(waiting());
    live.stepTo(start.plus(TRIAGE).plus(MOMENT));

    List<Runnable> both = List.of(acknowledge(story, "p-7"), acknowledge(story, "p-8"));
    try (var threads = Executors.newFixedThreadPool(2)) {
      var sent = new ArrayList<Future<?>>();
      for (Runnable one : both) sent.add(threads.submit(one));
      for (var each : sent) each.get();
    }

    live.settle();
    String events =
        Live.auditor()
            .get("/audit/referrals/" + story.referral() + "/events")
            .then()
            .extract()
            .asString();
    List<String> acknowledged =
        events.lines().filter(line -> line.contains("baton.escalation-acknowledged.v1")).toList();
    assertThat(acknowledged).hasSize(2);
    String later = acknowledged.getLast().contains("\"by\":\"p-7\"") ? "p-7" : "p-8";
    assertThat(overdue(story)).containsEntry("acknowledgedBy", later);
  }

  @Test
  void who_is_away_is_not_waited_for_and_the_supervisor_on_the_roster_is_told() {
    var sergeant = new PersonId("p-sergeant-" + start.getEpochSecond());
    OrganisationCode nca = OrganisationCode.NCA;
    String roster = "roster-" + start.getEpochSecond();
    var events =
        Stream.of(
                new TeamFormed(nca, team, "Desk", sergeant, null),
                new OfficerJoined(nca, sergeant, team, Rank.SERGEANT),
                new OfficerJoined(nca, assessor, team, Rank.CONSTABLE),
                new OfficerUnavailable(nca, assessor, Absence.LEAVE, start, null))
            .toList();
    for (int i = 0; i < events.size(); i++)
      live.others()
          .tell(List.of(Story.register(Story.ALLOCATION, roster, i, events.get(i), start)));
    live.settle();
    Story story = told(waiting());

    live.stepTo(start.plus(TRIAGE).plus(MOMENT));

    assertThat(escalation(story, "CLOCK_EXPIRED"))
        .containsEntry("rung", "SERGEANT")
        .containsEntry("told", Map.of("organisation", "nca", "person", sergeant.value()));
  }

  /** For its triage, with an assessor of a team of its own: it shares no cause with others. */
  private Story waiting() {
    return new Story()
        .receivedAndOpened(start)
        .offeredToAssessor(start.plusSeconds(60), assessor, team)
        .assessorAccepted(start.plusSeconds(120), assessor, team);
  }

  private Story told(Story story) {
    live.others().tell(story);
    return story;
  }

  private static Duration hours(Map.Entry<Rung, Integer> step) {
    return Duration.ofHours(step.getValue());
  }

  private Runnable acknowledge(Story story, String person) {
    String id = overdue(story).get("id").toString();
    return () ->
        as("supervisor", "nca", person)
            .post("/escalations/" + id + "/acknowledgement")
            .then()
            .log()
            .ifValidationFails()
            .statusCode(200);
  }

  private Map<String, Object> overdue(Story story) {
    return escalation(story, "CLOCK_EXPIRED");
  }

  private Map<String, Object> escalation(Story story, String kind) {
    return live.escalationsOf(story).stream()
        .filter(each -> each.get("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
