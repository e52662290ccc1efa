package baton.custody;

import static baton.contract.escalation.ClockName.ASSESSMENT_OPENED;
import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.CASE_OPENED;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.contract.escalation.FindingKind.CLOCK_EXPIRED;
import static baton.contract.escalation.FindingKind.DORMANT;
import static baton.contract.escalation.FindingKind.HAND_OFF_OVERDUE;
import static baton.contract.escalation.FindingKind.LOG_DIVERGED;
import static baton.contract.escalation.FindingKind.LOST_HAND_OFF;
import static baton.contract.escalation.FindingKind.NO_CUSTODIAN;
import static baton.contract.escalation.FindingKind.OPEN_LIST_DIFFERS;
import static baton.contract.escalation.FindingKind.PARKED;
import static baton.contract.escalation.FindingKind.UPSTREAM_UNANSWERED;
import static baton.contract.escalation.FindingKind.WITHOUT_PERSON;
import static baton.custody.Story.KENT;
import static baton.custody.Story.RECEIVED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import baton.contract.Grade;
import baton.contract.Unrecognised;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.OpenListDifference;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.contract.journal.EventParked;
import baton.contract.journal.EventReleased;
import baton.contract.journal.ParkReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsTest {
  @Test
  void nothing_is_found_while_everything_is_in_time() {
    assertThat(Findings.of(Story.ordinary().custody(), RECEIVED.plus(ofMinutes(15)))).isEmpty();
  }

  @Test
  void services_that_do_not_react_in_a_quarter_of_an_hour_lost_the_hand_off() {
    var custody = new Story().received(false, true, true).custody();
    assertThat(Findings.of(custody, RECEIVED.plus(ofMinutes(16))))
        .extracting(Finding::kind, Finding::clock)
        .containsExactly(
            tuple(LOST_HAND_OFF, ASSESSMENT_OPENED), tuple(LOST_HAND_OFF, CASE_OPENED));
  }

  @Test
  void a_desk_that_has_it_past_the_limit_is_overdue_and_without_a_person() {
    var story = reacted(Story.ordinary()).after(ofHours(4)).after(ofMinutes(1));
    assertThat(Findings.of(story.custody(), story.now()))
        .extracting(Finding::kind, Finding::clock, Finding::due)
        .containsExactly(
            tuple(HAND_OFF_OVERDUE, ASSESSOR_NAMED, RECEIVED.plus(ofHours(4))),
            tuple(WITHOUT_PERSON, ASSESSOR_NAMED, RECEIVED.plus(ofHours(4))));
  }

  @Test
  void an_assessor_who_accepts_late_resolves_both_and_not_in_time() {
    var story = reacted(Story.ordinary()).after(ofHours(5));
    var found = Findings.of(story.custody(), story.now());
    story.assessmentAccepted(1);
    assertThat(Findings.of(story.custody(), story.now())).isEmpty();
    assertThat(found)
        .hasSize(2)
        .allSatisfy(
            f ->
                assertThat(Findings.resolution(story.custody(), f.cause(), story.now()))
                    .contains(
                        new Resolution(story.lastId(), "baton.assessment-accepted.v1", false)));
  }

  @Test
  void a_force_that_has_not_answered_is_an_overdue_hand_off() {
    var story = reacted(Story.ordinary()).assessmentAccepted(1).disseminated(1, KENT);
    var offered = story.lastId();
    story.after(ofHours(4).plusMinutes(1));
    assertThat(Findings.of(story.custody(), story.now()))
        .singleElement()
        .isEqualTo(
            new Finding(
                Story.REFERRAL,
                HAND_OFF_OVERDUE,
                FORCE_ACCEPTS,
                offered,
                RECEIVED.plus(ofHours(4)),
                story.custody().custodian()));
  }

  @Test
  void a_low_grade_that_nobody_acts_on_is_found() {
    var story =
        reacted(Story.acceptedByKent()).acceptanceNoted().graded(Grade.LOW).acceptedByOfficer(1);
    var action = tuple(CLOCK_EXPIRED, ENFORCEMENT_ACTION);
    assertThat(Findings.of(story.custody(), RECEIVED.plus(ofDays(30))))
        .extracting(Finding::kind, Finding::clock)
        .doesNotContain(action);
    assertThat(Findings.of(story.custody(), RECEIVED.plus(ofDays(30)).plusNanos(1)))
        .extracting(Finding::kind, Finding::clock)
        .contains(action);
  }

  @Test
  void action_entered_late_resolves_the_finding_but_was_not_in_time() {
    var story = Story.acceptedByKent();
    var cause =
        new Finding.Cause(
            Story.REFERRAL,
            CLOCK_EXPIRED,
            ENFORCEMENT_ACTION,
            story.clock(ENFORCEMENT_ACTION).startedBy());
    story.after(ofDays(8)).acted(ActionKind.ARREST, RECEIVED.plus(ofDays(2)));
    assertThat(Findings.resolution(story.custody(), cause, story.now()))
        .hasValueSatisfying(r -> assertThat(r.inTime()).isFalse());
  }

  @Test
  void what_was_met_in_time_never_was_a_cause() {
    var story = Story.ordinary();
    var clock = story.clock(DISSEMINATE);
    var cause = new Finding.Cause(Story.REFERRAL, CLOCK_EXPIRED, DISSEMINATE, clock.startedBy());
    assertThat(Findings.resolution(story.custody(), cause, story.now())).isEmpty();
    story.after(ofHours(2)).disseminated(1, KENT);
    assertThat(Findings.resolution(story.custody(), cause, RECEIVED.plus(ofDays(2))))
        .contains(new Resolution(story.lastId(), "baton.case-disseminated.v1", true));
  }

  @Test
  void a_priority_that_gave_more_time_before_the_limit_takes_the_cause_away() {
    var story = Story.ordinary();
    var cause =
        new Finding.Cause(
            Story.REFERRAL, CLOCK_EXPIRED, DISSEMINATE, story.clock(DISSEMINATE).startedBy());
    story.after(ofHours(2)).triaged(Grade.LOW);
    assertThat(Findings.resolution(story.custody(), cause, RECEIVED.plus(ofHours(25))))
        .contains(new Resolution(story.lastId(), "baton.triage-priority-set.v1", true));
    assertThat(Findings.resolution(story.custody(), cause, RECEIVED.plus(ofDays(6)))).isEmpty();
  }

  @Test
  void a_referral_whose_receipt_is_not_on_the_log_has_no_custodian() {
    var story = new Story().assessmentOpened();
    var opened = story.lastId();
    var finding = Findings.of(story.custody(), story.now()).getFirst();
    assertThat(finding.cause())
        .isEqualTo(new Finding.Cause(Story.REFERRAL, NO_CUSTODIAN, null, opened));
    story.received(false, true, true);
    assertThat(Findings.of(story.custody(), story.now())).isEmpty();
    assertThat(Findings.resolution(story.custody(), finding.cause(), story.now()))
        .contains(new Resolution(story.lastId(), "baton.referral-received.v1", false));
  }

  @Test
  void once_the_fold_has_stopped_only_that_is_found() {
    var story = Story.disseminatedToKent();
    story.allocation(new Unrecognised("baton.custody-reverted.v1", true));
    var later = story.now().plus(ofDays(90));
    assertThat(Findings.of(story.custody(), later))
        .extracting(Finding::kind, Finding::startedBy)
        .containsExactly(tuple(NO_CUSTODIAN, story.lastId()));
    assertThat(Findings.next(story.custody(), story.now())).isNull();
    var cause = Findings.of(story.custody(), later).getFirst().cause();
    assertThat(Findings.resolution(story.custody(), cause, later)).isEmpty();
  }

  @Test
  void a_parked_event_is_found_until_it_is_released() {
    var story = Story.ordinary();
    var waiting = story.lastId();
    story.risk(
        new EventParked(Story.REFERRAL, "risk-service", waiting, null, ParkReason.UNREADABLE));
    var finding = Findings.of(story.custody(), story.now()).getFirst();
    assertThat(finding.kind()).isEqualTo(PARKED);
    assertThat(finding.startedBy()).isEqualTo(story.lastId());
    story.risk(new EventReleased(Story.REFERRAL, "risk-service", waiting));
    assertThat(Findings.of(story.custody(), story.now())).isEmpty();
    assertThat(Findings.resolution(story.custody(), finding.cause(), story.now()))
        .hasValueSatisfying(r -> assertThat(r.by()).isEqualTo(story.lastId()));
  }

  @Test
  void an_open_list_that_differs_is_found_once_until_it_agrees_or_the_case_is_concluded() {
    var story = Story.acceptedByKent().listDiffered(OpenListDifference.NOT_IN_FORCE_LIST);
    var told = story.lastId();
    story.after(ofDays(1)).listDiffered(OpenListDifference.NOT_IN_FORCE_LIST);
    var finding = Findings.of(story.custody(), RECEIVED).getFirst();
    assertThat(Findings.of(story.custody(), RECEIVED))
        .extracting(Finding::kind, Finding::startedBy)
        .containsExactly(tuple(OPEN_LIST_DIFFERS, told));
    assertThat(resolved(story, finding)).isEmpty();
    story.listAgreed();
    assertThat(Findings.of(story.custody(), RECEIVED)).isEmpty();
    assertThat(resolved(story, finding))
        .hasValueSatisfying(r -> assertThat(r.by()).isEqualTo(story.lastId()));
    story.listDiffered(OpenListDifference.NOT_IN_FORCE_LIST).concluded();
    assertThat(Findings.of(story.custody(), RECEIVED)).isEmpty();
  }

  @Test
  void a_concluded_case_that_a_force_still_has_as_open_is_found_until_its_list_agrees() {
    var story =
        Story.acceptedByKent().concluded().listDiffered(OpenListDifference.NOT_OPEN_IN_BATON);
    assertThat(Findings.of(story.custody(), story.now()))
        .extracting(Finding::kind)
        .containsExactly(OPEN_LIST_DIFFERS);
    assertThat(Findings.of(story.listAgreed().custody(), story.now())).isEmpty();
  }

  private static Optional<Resolution> resolved(Story story, Finding finding) {
    return Findings.resolution(story.custody(), finding.cause(), story.now());
  }

  @Test
  void a_log_that_diverged_is_found_and_nothing_resolves_it() {
    var story = Story.ordinary();
    story.read(story.at("/intake-service", 0, new CaseOpened(Story.REFERRAL)));
    var finding = Findings.of(story.custody(), story.now()).getFirst();
    assertThat(finding.kind()).isEqualTo(LOG_DIVERGED);
    assertThat(Findings.resolution(story.custody(), finding.cause(), story.now())).isEmpty();
  }

  @Test
  void the_next_finding_may_arise_at_the_earliest_due_that_has_not_passed() {
    var custody = Story.ordinary().custody();
    assertThat(Findings.next(custody, RECEIVED)).isEqualTo(RECEIVED.plus(ofMinutes(15)));
    assertThat(Findings.next(custody, RECEIVED.plus(ofMinutes(15))))
        .isEqualTo(RECEIVED.plus(ofMinutes(15)));
    assertThat(Findings.next(custody, RECEIVED.plus(ofMinutes(16))))
        .isEqualTo(RECEIVED.plus(ofHours(4)));
    assertThat(Findings.next(custody, RECEIVED.plus(ofDays(31)))).isNull();
  }

  @Test
  void a_concluded_referral_gives_no_finding() {
    var custody = Story.acceptedByKent().concluded().custody();
    assertThat(Findings.of(custody, RECEIVED.plus(ofDays(400)))).isEmpty();
    assertThat(Findings.next(custody, RECEIVED)).isNull();
  }

  @ParameterizedTest
  @EnumSource(ClockName.class)
  void a_clock_gives_one_of_five_kinds_of_finding(ClockName clock) {
    assertThat(Findings.kindOf(clock))
        .isIn(
            List.<FindingKind>of(
                HAND_OFF_OVERDUE, LOST_HAND_OFF, CLOCK_EXPIRED, DORMANT, UPSTREAM_UNANSWERED));
  }

  private static Story reacted(Story story) {
    return story.assessmentOpened().caseOpened().forceNoted().triaged(Grade.HIGH);
  }
}
