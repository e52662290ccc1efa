package baton.escalation.clockkeeper;

import static baton.escalation.fixtures.Live.get;
import static baton.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import baton.contract.Grade;
import baton.contract.intake.ReceiptRepeated;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stepped
class ClockkeeperTest {
  private static final String WATCH = "/q/health/group/watch";

  private Live live;
  private Instant start;
  private Story story;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    story = new Story().receivedAndOpened(start);
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void a_deadline_that_passes_is_raised_once_and_resolved_by_the_event_that_meets_it() {
    live.others().tell(story);
    live.stepTo(start.plus(Duration.ofHours(5)));

    assertThat(live.escalationsOf(story))
        .extracting(each -> each.get("kind"))
        .containsExactlyInAnyOrder("HAND_OFF_OVERDUE", "WITHOUT_PERSON");
    assertThat(live.escalationsOf(story))
        .allSatisfy(each -> assertThat(each).containsEntry("confirmed", true))
        .allSatisfy(each -> assertThat(each.get("sentence")).asString().contains("SPADE-"));

    story.assessorAccepted(start.plus(Duration.ofHours(5)));
    live.others().tell(List.of(story.last()));
    live.stepTo(start.plus(Duration.ofHours(6)));

    assertThat(live.escalationsOf(story))
        .hasSize(2)
        .allSatisfy(
            each -> assertThat(each).containsEntry("resolvedBy", story.last().id().toString()));
  }

  @Test
  void a_deadline_is_not_judged_before_every_writer_has_got_past_it() {
    live.others().tell(story);
    Instant late = start.plus(Duration.ofHours(5));
    live.move(late);
    live.others().watermark(Story.INTAKE, late);
    live.others().watermark(Story.ALLOCATION, late);
    story.assessorAccepted(start.plus(Duration.ofHours(3)));
    live.others().tell(List.of(story.last()));
    live.others().watermark(Story.RISK, late);
    live.settle();

    assertThat(live.escalationsOf(story)).isEmpty();
  }

  @Test
  void what_was_met_late_before_it_could_be_judged_is_on_record_and_resolved() {
    story.assessorAccepted(start.plus(Duration.ofHours(5)));
    live.others().tell(story);
    live.stepTo(start.plus(Duration.ofHours(6)));

    assertThat(live.escalationsOf(story))
        .singleElement()
        .satisfies(each -> assertThat(each).containsKey("resolvedAt"));
  }

  @Test
  void a_parked_event_is_a_finding_until_it_is_released() {
    var poison = story.last().id();
    story.parked(Story.RISK, poison, start.plusSeconds(1));
    live.others().tell(story);
    live.stepTo(start.plusSeconds(2));

    assertThat(live.escalationsOf(story))
        .singleElement()
        .satisfies(each -> assertThat(each).containsEntry("kind", "PARKED"))
        .satisfies(each -> assertThat(each).doesNotContainKey("resolvedAt"));
    get("/custody/" + story.referral()).body("findings[0].kind", equalTo("PARKED"));

    story.released(Story.RISK, poison, start.plusSeconds(3));
    live.others().tell(List.of(story.last()));
    live.stepTo(start.plusSeconds(4));

    assertThat(live.escalationsOf(story))
        .singleElement()
        .satisfies(each -> assertThat(each).containsKey("resolvedAt"));
  }

  @Test
  void what_this_service_itself_cannot_apply_is_a_finding_too() {
    live.others().tell(story);
    story.triaged(Grade.LOW, start.plusSeconds(1));
    live.others().tellPoison(story.last());
    live.stepTo(start.plusSeconds(2));

    assertThat(live.escalationsOf(story))
        .singleElement()
        .satisfies(each -> assertThat(each).containsEntry("kind", "PARKED"));
  }

  @Test
  void behind_a_silent_writer_it_is_raised_unconfirmed_then_withdrawn_or_confirmed() {
    var metInTime = new Story().receivedAndOpened(start);
    live.others().tell(story, metInTime);
    live.others().watermark(Story.RISK, start.plusSeconds(60));
    live.settle();
    live.others().fallSilent(Story.RISK);
    Instant late = start.plus(Duration.ofHours(5));
    live.move(late);
    live.others().watermark(late);
    await().until(() -> blind().contains(Story.RISK));
    live.settle();

    assertThat(Stream.of(story, metInTime).flatMap(each -> live.escalationsOf(each).stream()))
        .hasSize(4)
        .allSatisfy(each -> assertThat(each).containsEntry("confirmed", false));
    int silencesBefore = silencesOverOf(Story.RISK);
    given().get(WATCH).then().statusCode(503).body("checks[0].data.why", containsString("risk-"));
    assertThat(get("/escalations?kind=BLIND").extract().<List<Map<String, Object>>>path("items"))
        .singleElement()
        .satisfies(each -> assertThat(each).containsEntry("writer", Story.RISK));

    metInTime.assessorAccepted(start.plus(Duration.ofHours(1)));
    live.others().tell(List.of(metInTime.last()));
    live.others().speakAgain(Story.RISK);
    live.others().watermark(late);
    await().until(() -> blind().isEmpty());
    live.settle();
    assertThat(silencesOverOf(Story.RISK)).isEqualTo(silencesBefore + 1);
    given().get(WATCH).then().statusCode(200).body("status", equalTo("UP"));

    assertThat(live.escalationsOf(story))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).containsEntry("confirmed", true))
        .allSatisfy(each -> assertThat(each).doesNotContainKey("resolvedAt"));
    assertThat(live.escalationsOf(metInTime))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).containsEntry("withdrawn", true));
  }

  @Test
  void a_gap_that_stays_open_is_a_finding_until_the_missing_event_comes() {
    var gap = new Story().receivedAndOpened(start);
    live.others().tell(gap);
    for (int i = 0; i < 2; i++)
      gap.tells(Story.INTAKE, new ReceiptRepeated(gap.referral(), "R-" + i, null), start);
    var missing = gap.events().get(gap.events().size() - 2);
    live.others().tell(List.of(gap.last()));
    await().until(() -> kinds(gap).contains("LOG_GAP"));

    assertThat(live.escalationsOf(gap))
        .filteredOn(each -> "LOG_GAP".equals(each.get("kind")))
        .singleElement()
        .satisfies(each -> assertThat(each).doesNotContainKey("resolvedAt"))
        .satisfies(each -> assertThat(each.get("sentence")).asString().contains("/parked"));

    live.others().tell(List.of(missing));
    await()
        .untilAsserted(
            () ->
                assertThat(live.escalationsOf(gap))
                    .filteredOn(each -> "LOG_GAP".equals(each.get("kind")))
                    .singleElement()
                    .satisfies(
                        each ->
                            assertThat(each).containsEntry("resolvedBy", missing.id().toString())));
  }

  private List<Object> kinds(Story of) {
    return live.escalationsOf(of).stream().map(each -> each.get("kind")).toList();
  }

  /** The service is shared by all tests: others may have been silent before. */
  private static int silencesOverOf(String writer) {
    List<String> writers =
        get("/escalations?kind=BLIND&state=resolved").extract().path("items.writer");
    return Collections.frequency(writers, writer);
  }

  private static List<String> blind() {
    return get("/custody/summary").extract().path("blind.writer");
  }
}
