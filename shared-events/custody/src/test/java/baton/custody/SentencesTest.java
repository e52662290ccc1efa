package baton.custody;

import static baton.custody.Story.KENT;
import static baton.custody.Story.RECEIVED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.Unrecognised;
import baton.contract.allocation.CaseOpened;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.contract.journal.EventParked;
import baton.contract.journal.ParkReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void a_force_that_has_not_answered() {
    var story = Story.ordinary().assessmentAccepted(1).disseminated(1, KENT);
    assertThat(said(story, ofHours(7).plusMinutes(10), ClockName.FORCE_ACCEPTS))
        .isEqualTo(
            "Kent (46) has not accepted referral SPADE-0001 since 21 Nov 2026 19:09; p-7"
                + " of the NCA has it; it was due by 23:09, 3 h 10 min ago; an acceptance or a"
                + " decline by Kent (46) resolves it.");
  }

  @Test
  void nobody_was_offered_it() {
    assertThat(said(Story.ordinary(), ofHours(5), ClockName.ASSESSOR_NAMED))
        .isEqualTo(
            "No assessor has accepted or been offered referral SPADE-0001 since 21 Nov"
                + " 2026 19:09; the referrals desk of the NCA has it; it was due by 23:09, 1 h"
                + " ago; an assessor's acceptance resolves it.");
  }

  @Test
  void a_desk_without_a_person() {
    var story = Story.ordinary().after(ofHours(4).plusMinutes(1));
    assertThat(said(story, FindingKind.WITHOUT_PERSON))
        .isEqualTo(
            "The referrals desk of the NCA has had referral SPADE-0001 since 21 Nov 2026"
                + " 19:09 and no person has accepted it; one was due by 23:09, 1 min ago; an"
                + " assessor's acceptance resolves it.");
  }

  @Test
  void an_officer_who_has_not_answered_is_named_by_staff_id() {
    var story = Story.acceptedByKent().allocated(1);
    assertThat(said(story, ofHours(30), ClockName.NAMED_OFFICER_ACCEPTS))
        .startsWith("Officer p-1002 of Kent (46) has not accepted referral SPADE-0001")
        .contains("p-1001 of Kent (46) has it; it was due by 22 Nov 2026 19:09, 6 h ago");
  }

  @Test
  void a_low_grade_that_nobody_acted_on() {
    var story = Story.acceptedByKent().graded(Grade.LOW).acceptedByOfficer(1);
    assertThat(said(story, ofDays(30).plusHours(52), ClockName.ENFORCEMENT_ACTION))
        .isEqualTo(
            "No enforcement action on referral SPADE-0001 since it was first sent to a"
                + " force at 21 Nov 2026 19:09; p-1002 of Kent (46) has it; it was due by 21 Dec"
                + " 2026 19:09, 2 d 4 h ago; a warrant executed, an arrest or a voluntary"
                + " attendance resolves it.");
  }

  @Test
  void times_are_those_of_london_in_summer_too() {
    var story = new Story().after(ofDays(200)).received(true, true, true).forceDetermined(KENT);
    story.disseminated(1, KENT);
    assertThat(said(story, ofDays(200).plusHours(1).plusSeconds(30), ClockName.FORCE_ACCEPTS))
        .contains("since 9 Jun 2027 20:09", "due by 21:09, less than a minute ago");
  }

  @Test
  void a_service_that_did_not_react() {
    assertThat(said(Story.ordinary(), ofMinutes(16), ClockName.ASSESSMENT_OPENED))
        .startsWith(
            "Risk-service has opened no assessment for referral SPADE-0001 since its receipt")
        .endsWith("that service reading on resolves it.");
  }

  @Test
  void a_receipt_that_is_not_on_the_log() {
    assertThat(said(new Story().assessmentOpened(), FindingKind.NO_CUSTODIAN))
        .startsWith("Nobody has referral 0199aa00-0000-7000-8000-000000000001 since")
        .contains("its receipt is not on the log");
  }

  @Test
  void an_unknown_event_that_moved_it() {
    var story = Story.ordinary().allocation(new Unrecognised("baton.custody-reverted.v1", true));
    assertThat(said(story, FindingKind.NO_CUSTODIAN))
        .contains("Nobody can say who has", "baton.custody-reverted.v1", "newer version");
  }

  @Test
  void an_event_that_waits() {
    var story = Story.ordinary();
    story.risk(
        new EventParked(
            Story.REFERRAL,
            "risk-service",
            story.lastId(),
            "baton.force-determined.v1",
            ParkReason.REFUSED));
    assertThat(said(story, FindingKind.PARKED))
        .startsWith("Risk-service could not apply an event of referral SPADE-0001")
        .contains("baton.force-determined.v1", "the referrals desk of the NCA has it");
  }

  @Test
  void two_events_in_one_place() {
    var story = Story.ordinary();
    story.read(story.at("/intake-service", 0, new CaseOpened(Story.REFERRAL)));
    assertThat(said(story, FindingKind.LOG_DIVERGED))
        .startsWith("The log tells referral SPADE-0001 in two ways");
  }

  private static String said(Story story, Duration afterReceipt, ClockName clock) {
    var now = RECEIVED.plus(afterReceipt);
    var finding =
        Findings.of(story.custody(), now).stream()
            .filter(f -> f.clock() == clock && f.kind() != FindingKind.WITHOUT_PERSON)
            .findFirst()
            .orElseThrow();
    return Sentences.of(story.custody(), finding, now);
  }

  private static String said(Story story, FindingKind kind) {
    var finding =
        Findings.of(story.custody(), story.now()).stream()
            .filter(f -> f.kind() == kind)
            .findFirst()
            .orElseThrow();
    return Sentences.of(story.custody(), finding, story.now());
  }
}
