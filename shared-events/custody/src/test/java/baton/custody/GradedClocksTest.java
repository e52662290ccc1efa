package baton.custody;

import static baton.contract.Grade.HIGH;
import static baton.contract.Grade.LOW;
import static baton.contract.Grade.MEDIUM;
import static baton.contract.Grade.VERY_HIGH;
import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.contract.escalation.ClockName.NAMED_OFFICER_ACCEPTS;
import static baton.contract.escalation.ClockName.TRIAGE;
import static baton.custody.Story.KENT;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The priority in force, and what a change of it does to running clocks. */
class GradedClocksTest {
  @ParameterizedTest
  @CsvSource({
    "VERY_HIGH, PT4H,  PT1H,  PT2H,  PT24H",
    "HIGH,      PT24H, PT4H,  PT24H, PT168H",
    "MEDIUM,    PT72H, PT24H, PT72H, PT336H",
    "LOW,       PT120H, PT24H, PT120H, PT720H",
  })
  void every_grade_has_its_limits_low_too(
      Grade priority, Duration reach, Duration accept, Duration officer, Duration action) {
    var story = new Story().received(false, true, true).triaged(priority).forceDetermined(KENT);
    assertThat(story.due(DISSEMINATE)).isEqualTo(reach);
    story.disseminated(1, KENT);
    assertThat(story.due(FORCE_ACCEPTS)).isEqualTo(accept);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(action);
    story.acceptedByForce(1, KENT);
    assertThat(story.due(NAMED_OFFICER_ACCEPTS)).isEqualTo(officer);
  }

  @Test
  void urgent_has_the_shortest_limits_everywhere() {
    var story = Story.urgent().disseminated(1, KENT).acceptedByForce(1, KENT);
    assertThat(story.due(FORCE_ACCEPTS)).isEqualTo(ofHours(1));
    assertThat(story.due(NAMED_OFFICER_ACCEPTS)).isEqualTo(ofHours(2));
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofHours(24));
  }

  @Test
  void neither_priority_nor_grade_counts_as_high() {
    assertThat(Story.ordinary().custody().priority()).isEqualTo(HIGH);
  }

  @Test
  void triage_stands_in_until_a_grade_counts() {
    var story = Story.ordinary().triaged(MEDIUM);
    assertThat(story.custody().priority()).isEqualTo(MEDIUM);
    story.graded(LOW);
    assertThat(story.custody().priority()).isEqualTo(LOW);
    assertThat(story.triaged(VERY_HIGH).custody().priority()).isEqualTo(LOW);
    assertThat(story.custody().grade().by()).isEqualTo(Story.KENT_OFFICER);
  }

  @Test
  void urgent_is_very_high_and_no_triage_lowers_it_until_a_grade_counts() {
    var story = Story.urgent().triaged(LOW);
    assertThat(story.custody().priority()).isEqualTo(VERY_HIGH);
    assertThat(story.due(DISSEMINATE)).isEqualTo(ofHours(1));
    assertThat(story.graded(MEDIUM).custody().priority()).isEqualTo(MEDIUM);
  }

  @Test
  void a_grade_lengthens_nothing_that_the_senders_urgency_set() {
    var story = Story.urgent().disseminated(1, KENT).after(ofMinutes(10)).graded(LOW);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofHours(24));
  }

  @Test
  void the_first_priority_lengthens_what_was_only_assumed() {
    assertThat(Story.ordinary().triaged(LOW).due(DISSEMINATE)).isEqualTo(ofDays(5));
  }

  @Test
  void the_first_grade_lengthens_what_triage_had_set() {
    var story = Story.ordinary().triaged(HIGH).disseminated(1, KENT).graded(LOW);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofDays(30));
  }

  @Test
  void a_later_lower_triage_or_grade_lengthens_nothing() {
    assertThat(Story.ordinary().triaged(HIGH).triaged(LOW).due(DISSEMINATE)).isEqualTo(ofHours(24));
    var story = Story.disseminatedToKent().graded(MEDIUM).graded(LOW);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofDays(14));
  }

  @Test
  void lengthening_comes_too_late_once_the_clock_has_expired() {
    var story = Story.ordinary().after(ofHours(24)).triaged(LOW);
    assertThat(story.due(DISSEMINATE)).isEqualTo(ofDays(5));
    var late = Story.ordinary().after(ofHours(24).plusNanos(1000)).triaged(LOW);
    assertThat(late.due(DISSEMINATE)).isEqualTo(ofHours(24));
  }

  @Test
  void raising_shortens_from_the_start_even_into_the_past() {
    var story = Story.disseminatedToKent().graded(LOW).after(ofDays(3)).graded(VERY_HIGH);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofHours(24));
    assertThat(story.clock(ENFORCEMENT_ACTION).at(story.now())).isEqualTo(Clock.State.EXPIRED);
    assertThat(story.clock(ENFORCEMENT_ACTION).dueSetBy().event()).isEqualTo(story.lastId());
  }

  @Test
  void an_amendment_to_urgent_shortens_every_running_clock() {
    var story = Story.ordinary().after(ofMinutes(5)).amended(true, true, true);
    assertThat(story.due(ASSESSOR_NAMED)).isEqualTo(ofMinutes(30));
    assertThat(story.due(TRIAGE)).isEqualTo(ofMinutes(15));
    assertThat(story.due(DISSEMINATE)).isEqualTo(ofHours(1));
  }

  @Test
  void an_amendment_that_takes_urgency_back_lengthens_nothing() {
    var story = Story.urgent().amended(false, true, true);
    assertThat(story.due(DISSEMINATE)).isEqualTo(ofHours(1));
    assertThat(story.custody().priority()).isEqualTo(HIGH);
  }

  @Test
  void a_clock_that_has_ended_keeps_the_due_that_it_had() {
    var story = Story.ordinary().disseminated(1, KENT).graded(LOW);
    assertThat(story.due(DISSEMINATE)).isEqualTo(ofHours(24));
  }
}
