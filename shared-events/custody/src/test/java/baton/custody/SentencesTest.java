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
import baton.contract.allocation.OpenListDifference;
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

  @Test
  void an_urgent_one_that_no_person_has_looked_at() {
    assertThat(said(Story.urgent(), ofMinutes(20), ClockName.URGENT_ACKNOWLEDGED))
        .isEqualTo(
            "No person has looked at referral SPADE-0001, which has been urgent since 21 Nov 2026"
                + " 19:09; the referrals desk of the NCA has it; it was due by 19:24, 5 min ago; a"
                + " person's acknowledgement or any other act on it resolves it.");
  }

  @Test
  void a_post_reads_as_people_say_it() {
    var duty = Story.acceptedByKent().reverted(KENT, null, "duty-inspector");
    assertThat(said(duty, ofDays(29), ClockName.SUPERVISOR_REVIEW))
        .isEqualTo(
            "No supervisor has reviewed referral SPADE-0001 since 21 Nov 2026 19:09; the duty"
                + " inspector of Kent (46) has it; it was due by 19 Dec 2026 19:09, 1 d ago; a"
                + " supervisor's review resolves it.");
    var outside = Story.disseminatedToKent().acceptedOutside(1, KENT, RECEIVED);
    assertThat(said(outside, ofDays(29), ClockName.SUPERVISOR_REVIEW))
        .contains("; Kent (46), outside Baton, has it; ");
  }

  @Test
  void two_forces_that_each_say_it_is_not_theirs() {
    var story = Story.disseminatedToKent().redirected(1, KENT, Story.ESSEX);
    assertThat(said(story, ofDays(3).plusHours(2), ClockName.OWNERSHIP_DISPUTE))
        .isEqualTo(
            "Kent (46) said at 21 Nov 2026 19:09 that referral SPADE-0001 is not its own and no"
                + " force has accepted it; the referrals desk of the NCA has it; it was due by 24"
                + " Nov 2026 19:09, 2 h ago; an acceptance by a force or the appointment of a"
                + " tie-breaker resolves it.");
    story.tieBreakerAppointed(null);
    assertThat(said(story, ofHours(25), ClockName.TIE_BREAK))
        .isEqualTo(
            "Nobody has decided whose referral SPADE-0001 is since the appointment at 21 Nov 2026"
                + " 19:09; the tie-breaker of the NCA has it; it was due by 22 Nov 2026 19:09, 1 h"
                + " ago; a dissemination by the tie-breaker resolves it.");
  }

  @Test
  void a_post_that_has_had_it_for_too_long_since_it_came_there() {
    var story = Story.acceptedByKent().after(ofHours(23)).reverted(KENT, null, "duty-inspector");
    story.after(ofHours(2));
    assertThat(said(story, FindingKind.WITHOUT_PERSON))
        .isEqualTo(
            "The duty inspector of Kent (46) has had referral SPADE-0001 since 22 Nov 2026 18:09"
                + " and no person has accepted it; one was due by 19:09, 1 h ago; an acceptance by"
                + " a named officer resolves it.");
  }

  @Test
  void a_sender_who_asked_and_one_who_was_not_told() {
    var story = Story.acceptedByKent().progressRequested(1);
    assertThat(said(story, ofDays(9), ClockName.UPSTREAM_ANSWER))
        .startsWith(
            "Toronto-police asked at 21 Nov 2026 19:09 how referral SPADE-0001 stands and has no"
                + " answer; p-1001 of Kent (46) has it;")
        .endsWith("a progress report to the sender resolves it.");
    assertThat(said(story, ofDays(29), ClockName.UPSTREAM_PROGRESS))
        .startsWith("Toronto-police has not been told how referral SPADE-0001 stands since 21 Nov");
  }

  @Test
  void content_that_the_provider_will_delete_and_a_hold_that_nobody_looked_at() {
    var story = new Story().received(false, true, true, RECEIVED).held();
    assertThat(said(story, ofDays(246), ClockName.CONTENT_LAPSES_IN_120_DAYS))
        .startsWith(
            "The provider deletes the content of referral SPADE-0001 at 21 Nov 2027 19:09 and nobody"
                + " has secured it;")
        .endsWith("1 d ago; the content being secured resolves it.");
    assertThat(said(story, ofDays(91), ClockName.HELD_REVIEW))
        .startsWith("Referral SPADE-0001 is held and nobody has looked at it again since 21 Nov");
  }

  @Test
  void an_action_that_is_owed_since_it_was_opened_again() {
    var story = Story.acceptedByKent().concluded().after(ofDays(50));
    story.reopened(KENT, Story.KENT_INSPECTOR, null);
    assertThat(said(story, ofDays(58), ClockName.ENFORCEMENT_ACTION))
        .startsWith("No enforcement action on referral SPADE-0001 since 10 Jan 2027 19:09; p-1001");
  }

  @Test
  void a_forces_own_list_that_disagrees() {
    var story = Story.acceptedByKent().listDiffered(OpenListDifference.NOT_IN_FORCE_LIST);
    assertThat(said(story, FindingKind.OPEN_LIST_DIFFERS))
        .isEqualTo(
            "The open list of Kent (46), from niche, lacks referral SPADE-0001, which is open in"
                + " Baton; p-1001 of Kent (46) has it; they differ since 21 Nov 2026 19:09, less than a minute"
                + " ago; the next list that agrees resolves it.");
    var over =
        Story.acceptedByKent().concluded().listDiffered(OpenListDifference.NOT_OPEN_IN_BATON);
    assertThat(said(over, FindingKind.OPEN_LIST_DIFFERS))
        .startsWith(
            "The open list of Kent (46), from niche, still has referral SPADE-0001 as open,")
        .contains("; it is concluded; ");
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
