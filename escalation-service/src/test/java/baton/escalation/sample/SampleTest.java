package baton.escalation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.FreeText;
import baton.contract.Grade;
import baton.contract.Sealed;
import baton.contract.risk.TriagePrioritySet;
import baton.escalation.fixtures.Live;
import baton.escalation.fixtures.Stepped;
import baton.escalation.fixtures.Story;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Stepped
class SampleTest {
  private static final int STORIES = 20;

  private Live live;
  private Instant start;

  @BeforeEach
  void begin() {
    live = new Live();
    start = live.stepTo(live.now().plus(Duration.ofDays(40)));
    var stories = new ArrayList<Story>();
    for (int i = 0; i < STORIES; i++) {
      var story =
          new Story()
              .receivedAndOpened(start)
              .offeredToAssessor(start.plusSeconds(5))
              .assessorAccepted(start.plusSeconds(6));
      var box = Sealed.<FreeText>box("the-key-of-it", new byte[40]);
      stories.add(
          story.does(
              Story.ASSESSOR,
              new TriagePrioritySet(story.referral(), null, Grade.LOW, box),
              start.plusSeconds(7)));
    }
    live.others().tell(stories.toArray(Story[]::new));
    live.stepTo(start.plusSeconds(10));
  }

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void the_same_question_gives_the_same_referrals_later_on() {
    String query = sample("seed=x&size=5") + "&asAt=" + start.plusSeconds(10);
    List<String> first = drawn(query);
    live.others().tell(new Story().receivedAndOpened(start.plusSeconds(20)));
    live.stepTo(start.plusSeconds(30));

    assertThat(drawn(query)).isEqualTo(first).hasSize(5);
    assertThat(drawn(query.replace("seed=x", "seed=y"))).isNotEqualTo(first);
    assertThat((int) Live.get(query).extract().path("matching")).isEqualTo(STORIES);
  }

  @Test
  void nothing_sealed_and_no_staff_id_is_in_it() {
    String body = Live.get(sample("seed=x&size=5")).extract().asString();

    assertThat(body)
        .contains("baton.triage-priority-set.v1", "\"person-1\"")
        .doesNotContain("sealed", "the-key-of-it", Story.ASSESSOR.value(), "SPADE-");
    List<String> holders =
        Live.get(sample("seed=x&size=5")).extract().path("referrals.custodian.person");
    assertThat(holders).hasSize(5).containsOnly("person-1");
  }

  @Test
  void the_filter_says_what_it_is_drawn_from() {
    assertThat(drawn(sample("seed=x&state=concluded"))).isEmpty();
    assertThat(drawn(sample("seed=x&state=open&size=500"))).hasSize(STORIES);
    assertThat(drawn(sample("seed=x&grade=HIGH"))).isEmpty();
    assertThat(drawn(sample("seed=x&force=46"))).isEmpty();
    assertThat(drawn("/audit/sample?seed=x&to=" + start))
        .doesNotContainAnyElementsOf(drawn(sample("seed=x")));
    for (String wrong :
        List.of(
            "size=3",
            "seed=x&size=0",
            "seed=x&size=501",
            "seed=x&grade=VERY",
            "seed=x&state=lost",
            "seed=x&asAt=now")) Live.auditor().get("/audit/sample?" + wrong).then().statusCode(422);
  }

  @Test
  void another_organisation_draws_from_its_own() {
    Live.as("supervisor", "46", "p-1").get(sample("seed=x")).then().statusCode(200);
    assertThat(
            (List<?>)
                Live.as("supervisor", "46", "p-1")
                    .get(sample("seed=x"))
                    .then()
                    .extract()
                    .path("referrals"))
        .isEmpty();
    Live.as("officer", "46", "p-1").get(sample("seed=x")).then().statusCode(403);
  }

  private String sample(String query) {
    return "/audit/sample?" + query + "&from=" + start;
  }

  private static List<String> drawn(String query) {
    return Live.get(query).extract().path("referrals.referralId");
  }
}
