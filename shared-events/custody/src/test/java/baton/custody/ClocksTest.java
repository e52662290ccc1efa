package baton.custody;

import static baton.contract.allocation.HandOff.FORCE;
import static baton.contract.escalation.ClockName.ACCEPTANCE_NOTED;
import static baton.contract.escalation.ClockName.ASSESSMENT_OPENED;
import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.CASE_OPENED;
import static baton.contract.escalation.ClockName.DEVELOP;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.DORMANT;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.contract.escalation.ClockName.FORCE_NOTED;
import static baton.contract.escalation.ClockName.GRADE;
import static baton.contract.escalation.ClockName.NAMED_OFFICER_ACCEPTS;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.ClockName.TRIAGE;
import static baton.contract.escalation.ClockName.UPSTREAM_PROGRESS;
import static baton.custody.Clock.State.EXPIRED;
import static baton.custody.Clock.State.MET;
import static baton.custody.Clock.State.RUNNING;
import static baton.custody.Clock.State.STOPPED;
import static baton.custody.Story.ESSEX;
import static baton.custody.Story.KENT;
import static baton.custody.Story.RECEIVED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.escalation.ClockName;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which event starts, meets and stops each clock. Source: design section 5, contracts. */
class ClocksTest {
  @Test
  void receipt_starts_the_assessor_the_triage_the_oversight_and_both_reactions() {
    var story = new Story().received(false, true, true);
    assertThat(story.running())
        .containsExactlyInAnyOrder(
            ASSESSOR_NAMED,
            TRIAGE,
            SUPERVISOR_REVIEW,
            DORMANT,
            UPSTREAM_PROGRESS,
            ASSESSMENT_OPENED,
            CASE_OPENED);
    assertThat(story.due(ASSESSOR_NAMED)).isEqualTo(ofHours(4));
    assertThat(story.due(TRIAGE)).isEqualTo(ofHours(24));
    assertThat(story.due(ASSESSMENT_OPENED)).isEqualTo(ofMinutes(15));
    assertThat(story.due(CASE_OPENED)).isEqualTo(ofMinutes(15));
    assertThat(story.clock(TRIAGE).policyVersion()).isEqualTo("baton-defaults-1");
    assertThat(story.clock(TRIAGE).startedBy()).isEqualTo(story.lastId());
  }

  @Test
  void urgent_leaves_half_an_hour_for_an_assessor_and_a_quarter_for_triage() {
    var story = Story.urgent();
    assertThat(story.due(ASSESSOR_NAMED)).isEqualTo(ofMinutes(30));
    assertThat(story.due(TRIAGE)).isEqualTo(ofMinutes(15));
    assertThat(story.due(DISSEMINATE)).isEqualTo(ofHours(1));
  }

  @Test
  void a_clock_expires_only_after_its_due() {
    Clock clock = Story.ordinary().clock(ASSESSOR_NAMED);
    assertThat(clock.at(clock.due())).isEqualTo(RUNNING);
    assertThat(clock.at(clock.due().plusNanos(1))).isEqualTo(EXPIRED);
  }

  @Test
  void an_acceptance_meets_the_assessor_clock_and_a_decline_leaves_it_running() {
    var story = Story.ordinary().assessorAssigned(1).after(ofHours(1)).assessmentDeclined(1);
    assertThat(story.clock(ASSESSOR_NAMED).running()).isTrue();
    story.assessorAssigned(2).after(ofHours(1)).assessmentAccepted(2);
    assertThat(story.clock(ASSESSOR_NAMED).metAt()).isEqualTo(story.now());
    assertThat(story.clock(ASSESSOR_NAMED).metBy()).isEqualTo(story.lastId());
    assertThat(story.due(ASSESSOR_NAMED)).isEqualTo(ofHours(4));
  }

  @Test
  void a_second_assessor_offered_later_has_a_clock_of_the_offers_own_that_ends_with_it() {
    var story = Story.ordinary().assessmentAccepted(1).after(ofHours(10)).assessorAssigned(2);
    assertThat(story.clock(ASSESSOR_NAMED).startedBy()).isEqualTo(story.lastId());
    assertThat(story.due(ASSESSOR_NAMED)).isEqualTo(ofHours(14));
    story.assessmentDeclined(2);
    assertThat(story.clock(ASSESSOR_NAMED).at(story.now())).isEqualTo(STOPPED);
  }

  @Test
  void a_triage_priority_meets_the_triage_clock() {
    var story = Story.ordinary().after(ofHours(25)).triaged(Grade.LOW);
    assertThat(story.clock(TRIAGE).at(story.now())).isEqualTo(MET);
    assertThat(story.clock(TRIAGE).metLate()).isTrue();
  }

  @Test
  void an_unknown_force_starts_the_development_clock_at_triage() {
    var story = new Story().received(false, true, true).after(ofHours(1)).triaged(Grade.HIGH);
    assertThat(story.due(DEVELOP)).isEqualTo(ofHours(1).plus(ofDays(5)));
    story.forceDetermined(KENT);
    assertThat(story.clock(DEVELOP).metBy()).isEqualTo(story.lastId());
  }

  @Test
  void a_known_force_starts_no_development_clock() {
    assertThat(Story.ordinary().triaged(Grade.HIGH).clock(DEVELOP)).isNull();
  }

  @Test
  void the_force_being_determined_starts_the_way_there_and_another_force_restarts_nothing() {
    var story = Story.ordinary().after(ofHours(2)).forceDetermined(ESSEX);
    assertThat(story.due(DISSEMINATE)).isEqualTo(ofHours(24));
    assertThat(story.custody().force()).isEqualTo(ESSEX);
  }

  @Test
  void an_informational_report_starts_no_force_clock_until_it_becomes_actionable() {
    var story = new Story().received(false, false, true).forceDetermined(KENT).triaged(Grade.HIGH);
    assertThat(story.clock(DISSEMINATE)).isNull();
    assertThat(story.clock(DEVELOP)).isNull();
    story.after(ofHours(3)).amended(false, true, true);
    assertThat(story.due(DISSEMINATE)).isEqualTo(ofHours(27));
    assertThat(story.clock(DISSEMINATE).startedBy()).isEqualTo(story.lastId());
  }

  @Test
  void an_informational_report_of_no_known_force_is_developed_once_it_is_actionable() {
    var story = new Story().received(false, false, true).triaged(Grade.HIGH);
    story.after(ofHours(3)).amended(false, true, true);
    assertThat(story.due(DEVELOP)).isEqualTo(ofHours(3).plus(ofDays(5)));
  }

  @Test
  void a_dissemination_meets_the_way_there_and_starts_the_forces_answer_and_the_action() {
    var story = Story.ordinary().after(ofHours(1)).disseminated(1, KENT);
    assertThat(story.clock(DISSEMINATE).metAt()).isEqualTo(story.now());
    assertThat(story.due(FORCE_ACCEPTS)).isEqualTo(ofHours(5));
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofHours(1).plus(ofDays(7)));
  }

  @Test
  void a_decline_and_a_withdrawal_start_the_way_to_a_force_again_with_the_same_limit() {
    var declined = Story.disseminatedToKent().after(ofHours(1)).declinedByForce(1, KENT);
    assertThat(declined.clock(FORCE_ACCEPTS).at(declined.now())).isEqualTo(STOPPED);
    assertThat(declined.due(DISSEMINATE)).isEqualTo(ofHours(25));
    assertThat(declined.clock(DISSEMINATE).startedBy()).isEqualTo(declined.lastId());
    var withdrawn = Story.disseminatedToKent().after(ofHours(2)).withdrawn(FORCE, 1);
    assertThat(withdrawn.clock(FORCE_ACCEPTS).at(withdrawn.now())).isEqualTo(STOPPED);
    assertThat(withdrawn.due(DISSEMINATE)).isEqualTo(ofHours(26));
  }

  @Test
  void another_force_offered_it_has_its_own_time_to_accept_but_action_is_not_restarted() {
    var story = Story.disseminatedToKent().after(ofHours(3)).disseminated(2, ESSEX);
    assertThat(story.due(FORCE_ACCEPTS)).isEqualTo(ofHours(7));
    assertThat(story.custody().clocks().all())
        .filteredOn(c -> c.name() == FORCE_ACCEPTS)
        .extracting(c -> c.at(story.now()))
        .containsExactly(STOPPED, RUNNING);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofDays(7));
  }

  @Test
  void a_forces_acceptance_starts_officer_grade_and_note_and_ends_what_the_nca_owed() {
    var story = Story.disseminatedToKent().after(ofHours(1)).acceptedByForce(1, KENT);
    assertThat(story.clock(FORCE_ACCEPTS).metBy()).isEqualTo(story.lastId());
    assertThat(story.clock(ASSESSOR_NAMED).at(story.now())).isEqualTo(STOPPED);
    assertThat(story.clock(TRIAGE).at(story.now())).isEqualTo(STOPPED);
    assertThat(story.due(NAMED_OFFICER_ACCEPTS)).isEqualTo(ofHours(25));
    assertThat(story.due(GRADE)).isEqualTo(ofHours(25));
    assertThat(story.due(ACCEPTANCE_NOTED)).isEqualTo(ofMinutes(75));
  }

  @Test
  void an_officer_who_declines_leaves_the_clock_running_and_one_who_accepts_meets_it() {
    var story = Story.acceptedByKent().allocated(1).after(ofHours(1)).declinedByOfficer(1);
    assertThat(story.clock(NAMED_OFFICER_ACCEPTS).running()).isTrue();
    story.allocated(2).after(ofHours(1)).acceptedByOfficer(2);
    assertThat(story.clock(NAMED_OFFICER_ACCEPTS).metAt()).isEqualTo(story.now());
    assertThat(story.due(NAMED_OFFICER_ACCEPTS)).isEqualTo(ofHours(24));
  }

  @Test
  void a_second_force_that_accepts_has_its_own_time_to_name_an_officer() {
    var story = Story.acceptedByKent().after(ofHours(5)).disseminated(2, ESSEX);
    story.after(ofHours(1)).acceptedByForce(2, ESSEX);
    assertThat(story.due(NAMED_OFFICER_ACCEPTS)).isEqualTo(ofHours(30));
    assertThat(story.custody().force()).isEqualTo(ESSEX);
  }

  @Test
  void each_reaction_is_met_by_its_own_event_only() {
    var story = Story.acceptedByKent();
    assertThat(story.running())
        .contains(ASSESSMENT_OPENED, CASE_OPENED, FORCE_NOTED, ACCEPTANCE_NOTED);
    assertReactionMet(story.assessmentOpened(), ASSESSMENT_OPENED);
    assertReactionMet(story.caseOpened(), CASE_OPENED);
    assertReactionMet(story.forceNoted(), FORCE_NOTED);
    assertReactionMet(story.acceptanceNoted(), ACCEPTANCE_NOTED);
  }

  @Test
  void a_force_determined_again_unchanged_asks_for_no_new_note() {
    var story = Story.ordinary().forceNoted().after(ofHours(1)).forceDetermined(KENT);
    assertThat(story.clock(FORCE_NOTED).running()).isFalse();
  }

  @Test
  void an_offer_to_another_force_does_not_make_the_determined_one_news_again() {
    var story = Story.ordinary().forceNoted().disseminated(1, ESSEX).declinedByForce(1, ESSEX);
    story.forceDetermined(KENT);
    assertThat(story.custody().force()).isEqualTo(KENT);
    assertThat(story.clock(FORCE_NOTED).running()).isFalse();
  }

  @Test
  void two_forces_determined_in_turn_leave_the_first_unread_determination_due() {
    var story = Story.ordinary().after(ofMinutes(10)).forceDetermined(ESSEX);
    assertThat(story.due(FORCE_NOTED)).isEqualTo(ofMinutes(15));
  }

  @Test
  void a_conclusion_stops_every_clock_and_starts_none() {
    var story = Story.acceptedByKent().after(ofHours(1)).concluded();
    assertThat(story.running()).isEmpty();
    assertThat(story.clock(ENFORCEMENT_ACTION).stoppedAt()).isEqualTo(RECEIVED.plus(ofHours(1)));
    assertThat(story.disseminated(2, ESSEX).running()).isEmpty();
  }

  @Test
  void a_time_at_the_end_of_the_calendar_is_due_at_the_end_of_the_calendar() {
    var story =
        new Story().after(Duration.between(RECEIVED, Instant.MAX)).received(true, true, true);
    assertThat(story.clock(TRIAGE).due()).isEqualTo(Instant.MAX);
  }

  private static void assertReactionMet(Story story, ClockName name) {
    assertThat(story.clock(name).metBy()).isEqualTo(story.lastId());
    assertThat(story.running()).doesNotContain(name);
  }
}
