package baton.escalation.watching;

import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.TeamId;
import baton.contract.allocation.Absence;
import baton.contract.allocation.OfficerJoined;
import baton.contract.allocation.OfficerUnavailable;
import baton.contract.allocation.Rank;
import baton.contract.risk.AssessmentAccepted;
import baton.contract.risk.TriagePrioritySet;
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

/** Who has something and does nothing, and who has more than can be done. */
@QuarkusTest
@Stepped
class PeopleAndTeamsTest {
  private static final Duration WEEK = Duration.ofDays(7);

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
  void a_custodian_who_does_nothing_for_a_week_is_an_alarm_until_the_next_act() {
    Story story = held();
    live.others().tell(story);
    Instant week = start.plusSeconds(120).plus(WEEK);
    live.stepTo(week);
    assertThat(alarms("open", "CUSTODIAN_INACTIVE")).isEmpty();

    live.stepTo(week.plusMillis(1));
    live.stepTo(week.plusSeconds(5));
    var alarm = alarms("open", "CUSTODIAN_INACTIVE").getFirst();
    assertThat(alarm)
        .containsEntry("person", assessor.value())
        .containsEntry("referrals", 1)
        .containsEntry("since", start.plusSeconds(120).toString())
        .containsEntry("rung", "SERGEANT");
    assertThat(alarm.get("sentence"))
        .asString()
        .startsWith(assessor + " of the NCA has 1 referral");

    story.does(
        assessor, new TriagePrioritySet(story.referral(), null, Grade.LOW, null), live.now());
    live.others().tell(List.of(story.last()));
    live.stepTo(live.now().plusSeconds(1));

    assertThat(alarms("open", "CUSTODIAN_INACTIVE")).isEmpty();
    assertThat(alarms("resolved", "CUSTODIAN_INACTIVE").getFirst())
        .containsEntry("resolvedBy", story.last().id().toString());
  }

  /** Or a demonstration in which a service is away would never come to its end. */
  @Test
  void what_waits_for_a_silent_writer_leads_no_stepped_clock_into_the_past() {
    live.others().tell(held());
    live.stepTo(start.plusSeconds(180));
    live.others().fallSilent(Story.RISK);
    Instant late = start.plus(WEEK).plus(Duration.ofDays(1));
    live.move(late);
    live.others().watermark(late);
    await().until(() -> blind().contains(Story.RISK));
    live.settle();
    assertThat(alarms("open", "CUSTODIAN_INACTIVE")).as("nobody knows yet").isEmpty();
    String next = Live.auditor().get("/progress").then().extract().path("nextDue");
    assertThat(Instant.parse(next)).isAfterOrEqualTo(late);

    live.others().speakAgain(Story.RISK);
    live.others().watermark(late);
    await().until(() -> blind().isEmpty());
    live.settle();
    assertThat(alarms("open", "CUSTODIAN_INACTIVE")).hasSize(1);
  }

  private static List<String> blind() {
    return get("/custody/summary").extract().path("blind.writer");
  }

  @Test
  void a_recorded_absence_is_no_inactivity_and_ends_one() {
    live.others().tell(held());
    Instant week = start.plusSeconds(120).plus(WEEK);
    live.stepTo(week.plusSeconds(1));
    assertThat(alarms("open", "CUSTODIAN_INACTIVE")).hasSize(1);

    String roster = "roster-" + start.getEpochSecond();
    OrganisationCode nca = OrganisationCode.NCA;
    Instant now = live.now();
    live.others()
        .tell(
            List.of(
                Story.register(
                    Story.ALLOCATION,
                    roster,
                    0,
                    new OfficerJoined(nca, assessor, team, Rank.CONSTABLE),
                    now),
                Story.register(
                    Story.ALLOCATION,
                    roster,
                    1,
                    new OfficerUnavailable(nca, assessor, Absence.SICKNESS, now, null),
                    now)));
    live.stepTo(now.plusSeconds(1));

    assertThat(alarms("open", "CUSTODIAN_INACTIVE")).isEmpty();
    assertThat(alarms("resolved", "CUSTODIAN_INACTIVE")).hasSize(1);
  }

  @Test
  void a_team_with_more_than_thirty_open_for_each_of_its_members_is_over_capacity() {
    var stories = new ArrayList<Story>();
    for (int i = 0; i < 31; i++) stories.add(held());
    live.others().tell(stories.toArray(Story[]::new));
    live.stepTo(start.plus(Duration.ofHours(2)));

    var alarm = alarms("open", "OVER_CAPACITY").getFirst();
    assertThat(alarm).containsEntry("referrals", 31).containsEntry("team", team.value());

    String roster = "roster-" + start.getEpochSecond();
    live.others().tell(List.of(joins(roster, 0, "p-one-"), joins(roster, 1, "p-two-")));
    for (Story story : stories) live.others().tell(List.of(movedOn(story, live.now()).last()));
    live.stepTo(live.now().plus(Duration.ofHours(1)));
    assertThat(alarms("open", "OVER_CAPACITY")).isEmpty();
  }

  private Recorded<BatonEvent> joins(String roster, long sequence, String name) {
    return Story.register(
        Story.ALLOCATION,
        roster,
        sequence,
        new OfficerJoined(
            OrganisationCode.NCA,
            new PersonId(name + start.getEpochSecond()),
            team,
            Rank.CONSTABLE),
        live.now());
  }

  /** To somebody in no team. */
  private Story movedOn(Story story, Instant at) {
    return story.tells(
        Story.RISK,
        new AssessmentAccepted(
            story.referral(), 2, Story.ASSESSOR, OrganisationCode.NCA, Story.DESK),
        at);
  }

  private Story held() {
    var story =
        new Story()
            .receivedAndOpened(start)
            .offeredToAssessor(start.plusSeconds(60), assessor, team);
    return story.does(
        assessor,
        new AssessmentAccepted(story.referral(), 1, assessor, OrganisationCode.NCA, team),
        start.plusSeconds(120));
  }

  private List<Map<String, Object>> alarms(String state, String kind) {
    List<Map<String, Object>> all =
        get("/alarms?limit=1000&state=" + state).extract().path("items");
    return all.stream()
        .filter(each -> kind.equals(each.get("kind")))
        .filter(
            each ->
                assessor.value().equals(each.get("person"))
                    || each.get("person") == null && team.value().equals(each.get("team")))
        .toList();
  }
}
