package baton.custody;

import static baton.contract.escalation.ClockName.DORMANT;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.ClockName.UPSTREAM_PROGRESS;
import static baton.contract.escalation.ClockName.URGENT_ACKNOWLEDGED;
import static baton.custody.Clock.State.EXPIRED;
import static baton.custody.Clock.State.RUNNING;
import static baton.custody.Story.ESSEX;
import static baton.custody.Story.KENT;
import static baton.custody.Story.RECEIVED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.allocation.ActionKind;
import baton.contract.escalation.ClockName;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Review, dormancy, news to the sender and urgency: what asks again and again, and who answers. */
class OversightClocksTest {
  @Test
  void all_of_them_count_from_receipt_for_low_and_informational_ones_too() {
    var story = new Story().received(false, false, false).triaged(Grade.LOW);
    assertThat(story.due(SUPERVISOR_REVIEW)).isEqualTo(ofDays(28));
    assertThat(story.due(DORMANT)).isEqualTo(ofDays(30));
    assertThat(story.due(UPSTREAM_PROGRESS)).isEqualTo(ofDays(28));
  }

  @Test
  void a_review_in_time_moves_the_limit_of_the_same_clock() {
    var story = Story.acceptedByKent().after(ofDays(20));
    var started = story.clock(SUPERVISOR_REVIEW).startedBy();
    story.reviewed(story.now().plus(ofDays(90)));
    assertThat(story.clock(SUPERVISOR_REVIEW).startedBy()).isEqualTo(started);
    assertThat(story.clock(SUPERVISOR_REVIEW).started()).isEqualTo(story.now());
    assertThat(story.due(SUPERVISOR_REVIEW)).isEqualTo(ofDays(48));
    assertThat(all(story, SUPERVISOR_REVIEW)).isEqualTo(1);
  }

  @Test
  void a_date_that_the_supervisor_names_counts_where_it_is_sooner() {
    var story = Story.acceptedByKent().after(ofDays(20)).reviewed(RECEIVED.plus(ofDays(27)));
    assertThat(story.due(SUPERVISOR_REVIEW)).isEqualTo(ofDays(27));
    story.graded(Grade.LOW);
    assertThat(story.due(SUPERVISOR_REVIEW)).isEqualTo(ofDays(27));
    story.reviewed(RECEIVED);
    assertThat(story.clock(SUPERVISOR_REVIEW).due()).isEqualTo(story.now());
  }

  @Test
  void a_late_review_leaves_the_breach_and_starts_another_clock() {
    var story = Story.acceptedByKent().after(ofDays(40)).reviewed(RECEIVED.plus(ofDays(90)));
    Clock late = first(story, SUPERVISOR_REVIEW);
    assertThat(late.metLate()).isTrue();
    assertThat(story.due(SUPERVISOR_REVIEW)).isEqualTo(ofDays(68));
    assertThat(story.clock(SUPERVISOR_REVIEW).startedBy()).isEqualTo(story.lastId());
  }

  @Test
  void every_listed_kind_of_casework_shows_that_somebody_works_on_it() {
    assertWork(story -> story.assessmentAccepted(1));
    assertWork(story -> story.triaged(Grade.LOW));
    assertWork(story -> story.commsDataRequested(RECEIVED.plus(ofDays(40))));
    assertWork(story -> story.graded(Grade.LOW));
    assertWork(story -> story.disseminated(1, KENT));
    assertWork(story -> story.acceptedByForce(1, KENT));
    assertWork(story -> story.acceptedOutside(1, KENT, story.now()));
    assertWork(story -> story.acceptedByOfficer(1));
    assertWork(story -> story.acted(ActionKind.ENQUIRY, story.now()));
    assertWork(story -> story.contentSecured(null));
    assertThat(Casework.LISTED).hasSize(13);
  }

  @Test
  void what_only_passes_it_around_looks_at_it_or_asks_about_it_is_no_work() {
    assertNoWork(story -> story.reviewed(RECEIVED.plus(ofDays(90))));
    assertNoWork(story -> story.progressRequested(1));
    assertNoWork(story -> story.progressReported());
    assertNoWork(story -> story.assessorAssigned(1));
    assertNoWork(story -> story.allocated(1));
    assertNoWork(story -> story.declinedByOfficer(1));
    assertNoWork(story -> story.urgencyAcknowledged());
    assertNoWork(story -> story.listAgreed());
  }

  @Test
  void what_baton_or_the_sender_does_by_itself_is_no_work() {
    assertNoWork(story -> story.amended(false, true, true));
    assertNoWork(story -> story.forceDetermined(ESSEX));
    assertNoWork(Story::assessmentOpened);
    assertNoWork(story -> story.bySystem().disseminated(1, KENT));
  }

  @Test
  void work_that_is_entered_late_counts_from_when_it_was_done() {
    var story = Story.acceptedByKent().after(ofDays(25));
    story.acted(ActionKind.ENQUIRY, RECEIVED.plus(ofDays(10)));
    assertThat(story.due(DORMANT)).isEqualTo(ofDays(40));
    story.acted(ActionKind.ENQUIRY, RECEIVED.plus(ofDays(3)));
    assertThat(story.due(DORMANT)).isEqualTo(ofDays(40));
  }

  @Test
  void work_that_is_entered_late_erases_no_breach() {
    var story = Story.acceptedByKent().after(ofDays(35));
    story.acted(ActionKind.ENQUIRY, RECEIVED.plus(ofDays(29)));
    Clock over = first(story, DORMANT);
    assertThat(over.metLate()).isFalse();
    assertThat(over.recordedLate()).isTrue();
    assertThat(over.endedInTime()).isFalse();
    assertThat(story.due(DORMANT)).isEqualTo(ofDays(59));
  }

  @Test
  void an_old_act_that_leaves_it_dormant_all_the_same_changes_nothing() {
    var story = Story.acceptedByKent().after(ofDays(90));
    story.acted(ActionKind.ENQUIRY, RECEIVED.plus(ofDays(20)));
    assertThat(story.clock(DORMANT).at(story.now())).isEqualTo(EXPIRED);
    assertThat(all(story, DORMANT)).isEqualTo(1);
  }

  @Test
  void a_year_of_work_every_week_leaves_one_clock_of_each() {
    var story = Story.acceptedByKent();
    for (int week = 0; week < 52; week++)
      story
          .after(ofDays(7))
          .acted(ActionKind.ENQUIRY, story.now())
          .progressReported()
          .reviewed(Instant.MAX);
    for (ClockName clock : new ClockName[] {DORMANT, UPSTREAM_PROGRESS, SUPERVISOR_REVIEW})
      assertThat(all(story, clock)).isEqualTo(1);
  }

  @Test
  void urgent_is_acknowledged_by_any_act_of_a_person_and_of_nobody_else() {
    var story = Story.urgent().assessmentOpened().caseOpened();
    assertThat(story.due(URGENT_ACKNOWLEDGED)).isEqualTo(ofMinutes(15));
    assertThat(story.clock(URGENT_ACKNOWLEDGED).running()).isTrue();
    story.bySystem().disseminated(1, KENT);
    assertThat(story.clock(URGENT_ACKNOWLEDGED).running()).isTrue();
    story.byPeople().assessorAssigned(1);
    assertThat(story.clock(URGENT_ACKNOWLEDGED).metBy()).isEqualTo(story.lastId());
    assertThat(Story.urgent().urgencyAcknowledged().clock(URGENT_ACKNOWLEDGED).running()).isFalse();
  }

  @Test
  void an_amendment_that_makes_it_urgent_asks_for_a_person_from_then_on() {
    var story = Story.acceptedByKent().after(ofDays(2)).amended(true, true, true);
    assertThat(story.due(URGENT_ACKNOWLEDGED)).isEqualTo(ofDays(2).plus(ofMinutes(15)));
    story.after(ofHours(1)).amended(true, true, true);
    assertThat(story.clock(URGENT_ACKNOWLEDGED).at(story.now())).isEqualTo(EXPIRED);
    assertThat(all(story, URGENT_ACKNOWLEDGED)).isEqualTo(1);
  }

  @Test
  void what_is_not_urgent_asks_for_nobody_in_a_quarter_of_an_hour() {
    assertThat(Story.ordinary().clock(URGENT_ACKNOWLEDGED)).isNull();
  }

  @Test
  void a_question_of_the_sender_is_owed_an_answer_and_a_second_one_gives_no_time() {
    var story = Story.acceptedByKent().after(ofDays(1)).progressRequested(1);
    Clock asked = story.clock(ClockName.UPSTREAM_ANSWER);
    assertThat(asked.started()).isEqualTo(story.now());
    story.after(ofDays(1)).progressRequested(2);
    assertThat(story.clock(ClockName.UPSTREAM_ANSWER)).isEqualTo(asked);
    story.progressReported();
    assertThat(story.clock(ClockName.UPSTREAM_ANSWER).metBy()).isEqualTo(story.lastId());
    assertThat(story.due(UPSTREAM_PROGRESS)).isEqualTo(ofDays(30));
  }

  private static void assertWork(UnaryOperator<Story> told) {
    var story = told.apply(Story.ordinary().after(ofDays(5)));
    assertThat(story.due(DORMANT)).as(story.last().event().toString()).isEqualTo(ofDays(35));
  }

  private static void assertNoWork(UnaryOperator<Story> told) {
    var story = told.apply(Story.ordinary().after(ofDays(5)));
    assertThat(story.due(DORMANT)).as(story.last().event().toString()).isEqualTo(ofDays(30));
    assertThat(story.clock(DORMANT).at(story.now())).isEqualTo(RUNNING);
  }

  private static Clock first(Story story, ClockName name) {
    return story.custody().clocks().all().stream().filter(named(name)).findFirst().orElseThrow();
  }

  private static long all(Story story, ClockName name) {
    return story.custody().clocks().all().stream().filter(named(name)).count();
  }

  private static Predicate<Clock> named(ClockName name) {
    return clock -> clock.name() == name;
  }
}
