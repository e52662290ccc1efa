package baton.custody;

import static baton.contract.allocation.ActionKind.ARREST;
import static baton.contract.allocation.ActionKind.CHILD_PROTECTED;
import static baton.contract.allocation.ActionKind.ENQUIRY;
import static baton.contract.allocation.ActionKind.WARRANT_EXECUTED;
import static baton.contract.allocation.ActionKind.WARRANT_SOUGHT;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.GRADE;
import static baton.custody.Story.ESSEX;
import static baton.custody.Story.KENT;
import static baton.custody.Story.RECEIVED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import org.junit.jupiter.api.Test;

class ActionAndGradeTest {
  @Test
  void only_enforcement_meets_the_action_clock() {
    var story =
        Story.acceptedByKent()
            .after(ofDays(1))
            .acted(ENQUIRY, RECEIVED)
            .acted(WARRANT_SOUGHT, RECEIVED)
            .acted(CHILD_PROTECTED, RECEIVED);
    assertThat(story.clock(ENFORCEMENT_ACTION).running()).isTrue();
    assertThat(story.custody().actedAt()).isNull();
    story.acted(WARRANT_EXECUTED, story.now());
    assertThat(story.clock(ENFORCEMENT_ACTION).metBy()).isEqualTo(story.lastId());
    assertThat(story.custody().actedAt()).isEqualTo(story.now());
  }

  @Test
  void it_is_met_when_it_was_done_and_shows_that_it_was_entered_late() {
    var story = Story.acceptedByKent().after(ofDays(8)).acted(ARREST, RECEIVED.plus(ofDays(6)));
    Clock clock = story.clock(ENFORCEMENT_ACTION);
    assertThat(clock.metAt()).isEqualTo(RECEIVED.plus(ofDays(6)));
    assertThat(clock.metLate()).isFalse();
    assertThat(clock.recordedLate()).isTrue();
    assertThat(clock.endedInTime()).isFalse();
  }

  @Test
  void what_was_done_late_shows_as_late() {
    var story = Story.acceptedByKent().after(ofDays(8));
    story.acted(ARREST, story.now());
    assertThat(story.clock(ENFORCEMENT_ACTION).metLate()).isTrue();
    assertThat(story.clock(ENFORCEMENT_ACTION).recordedLate()).isFalse();
  }

  @Test
  void what_was_done_before_the_clock_started_meets_it_at_its_start() {
    var story = Story.acceptedByKent().after(ofDays(1)).acted(ARREST, RECEIVED.minus(ofDays(9)));
    assertThat(story.clock(ENFORCEMENT_ACTION).metAt()).isEqualTo(RECEIVED);
  }

  @Test
  void nothing_is_done_in_the_future() {
    var story = Story.acceptedByKent().acted(ARREST, RECEIVED.plus(ofDays(9)));
    assertThat(story.clock(ENFORCEMENT_ACTION).metAt()).isEqualTo(story.now());
    assertThat(story.custody().actedAt()).isEqualTo(story.now());
  }

  @Test
  void neither_a_second_force_nor_a_regrade_restarts_the_action_clock() {
    var story = Story.acceptedByKent().after(ofDays(1)).disseminated(2, ESSEX);
    story.after(ofDays(1)).acceptedByForce(2, ESSEX).graded(Grade.HIGH);
    assertThat(story.clock(ENFORCEMENT_ACTION).started()).isEqualTo(RECEIVED);
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofDays(7));
  }

  @Test
  void the_grade_is_due_a_day_after_the_forces_acceptance() {
    var story = Story.disseminatedToKent().after(ofHours(3)).acceptedByForce(1, KENT);
    assertThat(story.due(GRADE)).isEqualTo(ofHours(27));
    story.graded(Grade.LOW);
    assertThat(story.clock(GRADE).metBy()).isEqualTo(story.lastId());
  }

  @Test
  void while_no_suspect_is_named_the_grade_is_due_with_the_action() {
    var story = unnamedSuspect().acceptedByForce(1, KENT);
    assertThat(story.due(GRADE)).isEqualTo(ofDays(7));
  }

  @Test
  void a_suspect_named_later_leaves_a_day_for_the_grade() {
    var story = unnamedSuspect().acceptedByForce(1, KENT);
    story.after(ofDays(2)).amended(false, true, true);
    assertThat(story.due(GRADE)).isEqualTo(ofDays(3));
    assertThat(story.clock(GRADE).startedBy()).isNotEqualTo(story.lastId());
    story.after(ofHours(5)).amended(false, true, true);
    assertThat(story.due(GRADE)).isEqualTo(ofDays(3));
  }

  @Test
  void the_grade_is_never_due_later_than_the_action() {
    var story = Story.disseminatedToKent().after(ofDays(6).plusHours(12)).acceptedByForce(1, KENT);
    assertThat(story.due(GRADE)).isEqualTo(ofDays(7));
    var named = unnamedSuspect().acceptedByForce(1, KENT);
    named.after(ofDays(6).plusHours(23)).amended(false, true, true);
    assertThat(named.due(GRADE)).isEqualTo(ofDays(7));
  }

  @Test
  void the_grade_follows_when_the_action_clock_moves() {
    var story = unnamedSuspect().acceptedByForce(1, KENT).triaged(Grade.MEDIUM);
    assertThat(story.due(GRADE)).isEqualTo(ofDays(14));
  }

  @Test
  void no_grade_is_asked_for_where_one_counts() {
    var story = Story.disseminatedToKent().graded(Grade.HIGH).acceptedByForce(1, KENT);
    assertThat(story.clock(GRADE)).isNull();
  }

  private static Story unnamedSuspect() {
    return new Story().received(false, true, false).forceDetermined(KENT).disseminated(1, KENT);
  }
}
