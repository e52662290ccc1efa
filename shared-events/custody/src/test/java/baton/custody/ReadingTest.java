package baton.custody;

import static baton.contract.escalation.ClockName.CASE_OPENED;
import static baton.custody.Story.KENT;
import static baton.custody.Story.KENT_INSPECTOR;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatchId;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.Unrecognised;
import baton.contract.allocation.CaseOpened;
import baton.contract.allocation.DisseminationAccepted;
import baton.contract.escalation.EscalationAcknowledged;
import baton.contract.intake.BatchOpened;
import baton.contract.intake.ReceiptRepeated;
import baton.contract.journal.EventParked;
import baton.contract.journal.EventReleased;
import baton.contract.journal.ParkReason;
import baton.contract.risk.AssessmentOpened;
import baton.policy.file.Defaults;
import org.junit.jupiter.api.Test;

/** Of each stream only the next event counts, and what cannot be trusted is said. */
class ReadingTest {
  @Test
  void a_repeat_changes_nothing() {
    var story = Story.ordinary();
    var received = story.last();
    story.assessmentOpened().forceNoted();
    var before = story.custody();
    assertThat(story.read(story.last()).read(received).custody()).isSameAs(before);
  }

  @Test
  void another_event_in_the_place_of_one_that_was_applied_is_a_divergence_and_not_applied() {
    var story = Story.disseminatedToKent();
    var before = story.custody();
    var other =
        story.at(
            "/allocation-service",
            0,
            new DisseminationAccepted(Story.REFERRAL, 1, KENT, null, KENT_INSPECTOR));
    story.read(other).read(other);
    assertThat(story.custody().custodian()).isEqualTo(before.custodian());
    assertThat(story.custody().reading().divergences())
        .singleElement()
        .extracting(d -> d.found().event())
        .isEqualTo(other.id());
  }

  @Test
  void an_event_whose_predecessor_is_missing_waits_and_the_gap_shows() {
    var story = Story.ordinary();
    story.read(story.at("/allocation-service", 1, new CaseOpened(Story.REFERRAL)));
    assertThat(story.custody().reading().gap()).isTrue();
    assertThat(story.running()).contains(CASE_OPENED);
    story
        .read(story.at("/allocation-service", 0, new ReceiptRepeated(Story.REFERRAL, "B", null)))
        .read(story.at("/allocation-service", 1, new CaseOpened(Story.REFERRAL)));
    assertThat(story.custody().reading().gap()).isFalse();
  }

  @Test
  void repeats_older_than_what_is_remembered_are_still_only_repeats() {
    var story = Story.ordinary();
    var first = story.last();
    for (int i = 0; i < 100; i++) story.intake(new ReceiptRepeated(Story.REFERRAL, "B-" + i, null));
    var before = story.custody();
    assertThat(story.read(first).custody()).isSameAs(before);
    assertThat(before.reading().streams().getFirst().recent()).hasSize(32);
  }

  @Test
  void an_unknown_event_that_moves_custody_stops_the_fold() {
    var story = Story.disseminatedToKent();
    story.after(ofHours(1)).allocation(new Unrecognised("baton.custody-reverted.v1", true));
    var custodian = story.custody().custodian();
    story.acceptedByForce(1, KENT);
    assertThat(story.custody().reading().stoppedBy().type()).isEqualTo("baton.custody-reverted.v1");
    assertThat(story.custody().custodian()).isEqualTo(custodian);
  }

  @Test
  void any_other_unknown_event_only_keeps_its_place_in_the_stream() {
    var story = Story.disseminatedToKent();
    story.allocation(new Unrecognised("baton.bail-recorded.v1", false)).acceptedByForce(1, KENT);
    assertThat(story.custody().custodian().organisation()).isEqualTo(KENT);
  }

  @Test
  void what_a_service_parked_waits_until_that_event_is_released_there() {
    var story = Story.ordinary();
    var waiting = story.lastId();
    story
        .recorded("/risk-service", parked("risk-service", waiting))
        .recorded("/risk-service", released("allocation-service", waiting));
    assertThat(story.custody().reading().parked()).allMatch(Parked::waiting);
    story.recorded("/risk-service", released("risk-service", waiting));
    assertThat(story.custody().reading().parked()).noneMatch(Parked::waiting);
  }

  @Test
  void escalations_the_register_and_other_referrals_do_not_feed_the_fold() {
    var story = Story.ordinary();
    var before = story.custody();
    var escalation = EscalationId.of("0199aa00-0000-5000-8000-000000000001");
    story.recorded(
        "/escalation-service",
        new EscalationAcknowledged(Story.REFERRAL, escalation, KENT_INSPECTOR));
    story.intake(
        new BatchOpened(
            BatchId.of("0199aa00-0000-7000-8000-0000000000ba"), null, OrganisationCode.NCA));
    assertThat(story.custody()).isSameAs(before);
    var stranger = ReferralId.of("0199aa00-0000-7000-8000-000000000002");
    var other = Custody.none(stranger);
    assertThat(
            Custody.evolve(
                other,
                story.at("/risk-service", 0, new AssessmentOpened(Story.REFERRAL)),
                Defaults.book()))
        .isSameAs(other);
  }

  @Test
  void it_knows_up_to_when_it_was_read() {
    var story = Story.ordinary().after(ofHours(2)).assessmentOpened();
    assertThat(story.custody().lastRecordedTime()).isEqualTo(story.now());
  }

  private static EventParked parked(String service, EventId event) {
    return new EventParked(
        Story.REFERRAL, service, event, "baton.referral-received.v1", ParkReason.REFUSED);
  }

  private static EventReleased released(String service, EventId event) {
    return new EventReleased(Story.REFERRAL, service, event);
  }
}
