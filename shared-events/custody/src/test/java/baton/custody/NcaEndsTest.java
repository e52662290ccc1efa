package baton.custody;

import static baton.contract.escalation.ClockName.DEVELOP;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.DORMANT;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.GRADE;
import static baton.contract.escalation.ClockName.HELD_REVIEW;
import static baton.contract.escalation.ClockName.NAMED_OFFICER_ACCEPTS;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.ClockName.TRIAGE;
import static baton.contract.escalation.ClockName.UPSTREAM_PROGRESS;
import static baton.custody.Story.ASSESSOR;
import static baton.custody.Story.KENT;
import static baton.custody.Story.KENT_INSPECTOR;
import static baton.custody.Story.KENT_OFFICER;
import static baton.custody.Story.RECEIVED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.Outcome;
import baton.contract.risk.AssessmentEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held, developed for longer, ended at the NCA, opened again. */
class NcaEndsTest {
  @Test
  void what_is_held_stays_with_its_custodian_and_only_waits_to_be_looked_at_again() {
    var story = inAssessment().held();
    assertThat(story.custody().held()).isTrue();
    assertThat(story.custody().custodian().person()).isEqualTo(ASSESSOR);
    assertThat(story.due(HELD_REVIEW)).isEqualTo(ofDays(90));
    assertThat(story.running())
        .contains(HELD_REVIEW, SUPERVISOR_REVIEW, UPSTREAM_PROGRESS)
        .doesNotContain(TRIAGE, DEVELOP, DISSEMINATE, DORMANT);
  }

  @Test
  void a_look_in_time_gives_ninety_days_again() {
    var story = inAssessment().held().after(ofDays(80)).holdReviewed();
    assertThat(story.due(HELD_REVIEW)).isEqualTo(ofDays(170));
  }

  @Test
  void a_force_that_is_determined_while_it_is_held_starts_nothing() {
    assertThat(inAssessment().held().forceDetermined(KENT).running()).doesNotContain(DISSEMINATE);
  }

  @Test
  void the_end_of_the_hold_leads_on_towards_a_force() {
    var unknown = inAssessment().triaged(Grade.HIGH).held().after(ofDays(10)).holdEnded();
    assertThat(unknown.due(DEVELOP)).isEqualTo(ofDays(15));
    assertThat(unknown.due(DORMANT)).isEqualTo(ofDays(40));
    assertThat(unknown.custody().held()).isFalse();
    var known = inAssessment().triaged(Grade.HIGH).forceDetermined(KENT).held();
    assertThat(known.after(ofDays(10)).holdEnded().due(DISSEMINATE)).isEqualTo(ofDays(11));
    var untriaged = inAssessment().held().after(ofDays(10)).holdEnded();
    assertThat(untriaged.due(TRIAGE)).isEqualTo(ofDays(11));
  }

  @Test
  void whoever_sends_it_on_holds_it_no_longer() {
    var story = inAssessment().held().disseminated(1, KENT);
    assertThat(story.custody().held()).isFalse();
    assertThat(story.running()).contains(DORMANT);
  }

  @Test
  void a_force_that_has_it_cannot_be_told_to_hold_it_or_that_it_ended() {
    var story = Story.acceptedByKent();
    var before = story.custody();
    story.bySystem().held().assessmentConcluded(AssessmentEnd.DUPLICATE).holdEnded();
    assertThat(story.custody().with(before.reading())).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"NOT_UNITED_KINGDOM", "PASSED_ABROAD", "DUPLICATE"})
  void an_end_at_the_nca_is_a_conclusion(AssessmentEnd end) {
    var story = inAssessment().assessmentConcluded(end);
    assertThat(story.custody().outcome()).isEqualTo(Outcome.valueOf(end.name()));
    assertThat(story.custody().custodian()).isNull();
    assertThat(story.running()).isEmpty();
  }

  /** Both were written before either was read: a force has it, so somebody must act. */
  @Test
  void an_acceptance_that_crossed_with_the_end_at_the_nca_leaves_it_open_and_owed() {
    var story = Story.ordinary().assessmentAccepted(1).disseminated(1, KENT);
    story.after(ofHours(1)).assessmentConcluded(AssessmentEnd.DUPLICATE);
    story.after(ofHours(1)).acceptedByForce(1, KENT);
    assertThat(story.custody().open()).isTrue();
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_FORCE);
    assertThat(story.custody().custodian().organisation()).isEqualTo(KENT);
    assertThat(story.running()).contains(NAMED_OFFICER_ACCEPTS, SUPERVISOR_REVIEW, DORMANT);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofDays(7));
  }

  @Test
  void to_hold_is_no_conclusion_whatever_event_says_so() {
    assertThat(inAssessment().assessmentConcluded(AssessmentEnd.HELD).custody().held()).isTrue();
  }

  @Test
  void communications_data_is_waited_for_and_nothing_else_lengthens_development() {
    var story = inAssessment().triaged(Grade.LOW).commsDataRequested(RECEIVED.plus(ofDays(20)));
    assertThat(story.due(DEVELOP)).isEqualTo(ofDays(20));
    assertThat(story.clock(DEVELOP).dueSetBy().event()).isEqualTo(story.lastId());
    story.triaged(Grade.VERY_HIGH).graded(Grade.LOW);
    assertThat(story.due(DEVELOP)).isEqualTo(ofDays(20));
  }

  @Test
  void communications_data_expected_in_the_past_is_due_now() {
    var story = inAssessment().triaged(Grade.LOW).after(ofDays(2)).commsDataRequested(RECEIVED);
    assertThat(story.clock(DEVELOP).due()).isEqualTo(story.now());
  }

  @Test
  void a_development_that_is_over_its_time_gets_no_more_of_it() {
    var story = inAssessment().triaged(Grade.LOW).after(ofDays(6));
    story.commsDataRequested(RECEIVED.plus(ofDays(20)));
    assertThat(story.due(DEVELOP)).isEqualTo(ofDays(5));
  }

  @Test
  void a_case_that_is_opened_again_is_owed_what_an_open_case_is_owed_from_then_on() {
    var story = Story.acceptedByKent().allocated(1).acceptedByOfficer(1).concluded();
    story.after(ofDays(100)).reopened(KENT, KENT_OFFICER, null);
    assertThat(story.custody().open()).isTrue();
    assertThat(story.custody().outcome()).isNull();
    assertThat(story.custody().custodian().person()).isEqualTo(KENT_OFFICER);
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_OFFICER);
    assertThat(story.running())
        .containsExactlyInAnyOrder(
            SUPERVISOR_REVIEW, DORMANT, UPSTREAM_PROGRESS, ENFORCEMENT_ACTION, GRADE);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofDays(107));
    assertThat(story.due(GRADE)).isEqualTo(ofDays(101));
  }

  @Test
  void what_was_acted_on_and_graded_is_not_asked_for_again() {
    var story = Story.acceptedByKent().graded(Grade.LOW).acted(ActionKind.ARREST, RECEIVED);
    story.concluded().after(ofDays(100)).reopened(KENT, KENT_INSPECTOR, null);
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_FORCE);
    assertThat(story.running())
        .containsExactlyInAnyOrder(
            SUPERVISOR_REVIEW, DORMANT, UPSTREAM_PROGRESS, NAMED_OFFICER_ACCEPTS);
  }

  @Test
  void what_ended_at_the_nca_is_on_its_way_to_a_force_again() {
    var story = inAssessment().triaged(Grade.HIGH).assessmentConcluded(AssessmentEnd.DUPLICATE);
    story.after(ofDays(3)).reopened(OrganisationCode.NCA, ASSESSOR, null);
    assertThat(story.custody().stage()).isEqualTo(Stage.IN_ASSESSMENT);
    assertThat(story.due(DEVELOP)).isEqualTo(ofDays(8));
    story.forceDetermined(KENT).after(ofHours(1)).disseminated(1, KENT).acceptedByForce(1, KENT);
    assertThat(story.custody().custodian().person()).isEqualTo(KENT_INSPECTOR);
  }

  @Test
  void an_open_case_cannot_be_opened() {
    var story = Story.acceptedByKent();
    var holding = story.custody().holding();
    assertThat(story.reopened(KENT, KENT_OFFICER, null).custody().holding()).isEqualTo(holding);
  }

  /** Of no known force. */
  private static Story inAssessment() {
    return new Story().received(false, true, true).assessmentAccepted(1);
  }
}
