package baton.custody;

import static baton.contract.escalation.ClockName.ASSESSMENT_OPENED;
import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.CASE_OPENED;
import static baton.contract.escalation.ClockName.DORMANT;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.GRADE;
import static baton.contract.escalation.ClockName.NAMED_OFFICER_ACCEPTS;
import static baton.contract.escalation.ClockName.SUPERVISOR_REVIEW;
import static baton.contract.escalation.ClockName.TRIAGE;
import static baton.contract.escalation.ClockName.UPSTREAM_PROGRESS;
import static baton.contract.escalation.ClockName.URGENT_ACKNOWLEDGED;
import static baton.custody.Story.ASSESSOR;
import static baton.custody.Story.KENT;
import static baton.custody.Story.KENT_INSPECTOR;
import static baton.custody.Story.KENT_POLIT;
import static baton.custody.Story.RECEIVED;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.intake.ReferralOriginated;
import baton.custody.Particulars.LocalReference;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an organisation brought in itself: its own find, or an open case of before Baton. */
class OriginTest {
  private static final Instant HALF_A_YEAR_AGO = RECEIVED.minus(ofDays(180));

  @Test
  void the_force_that_brings_it_in_has_it_at_once() {
    var story = new Story().received(false, true, true).originatedByKent(null, null);
    assertThat(story.custody().custodian())
        .isEqualTo(new Custodian(KENT, KENT_POLIT, KENT_INSPECTOR, null, RECEIVED));
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_FORCE);
    assertThat(story.custody().force()).isEqualTo(KENT);
    assertThat(story.running())
        .containsExactlyInAnyOrder(
            ASSESSMENT_OPENED,
            CASE_OPENED,
            SUPERVISOR_REVIEW,
            DORMANT,
            UPSTREAM_PROGRESS,
            ENFORCEMENT_ACTION,
            NAMED_OFFICER_ACCEPTS,
            GRADE);
  }

  @Test
  void a_back_record_keeps_its_true_receipt_and_everything_is_due_from_then() {
    var story = new Story().received(false, true, true).originatedByKent(HALF_A_YEAR_AGO, null);
    assertThat(story.custody().particulars().receivedAt()).isEqualTo(HALF_A_YEAR_AGO);
    assertThat(story.custody().custodian().since()).isEqualTo(RECEIVED);
    assertThat(story.clock(ENFORCEMENT_ACTION).due()).isEqualTo(HALF_A_YEAR_AGO.plus(ofDays(7)));
    assertThat(story.clock(DORMANT).due()).isEqualTo(HALF_A_YEAR_AGO.plus(ofDays(30)));
    assertThat(story.clock(SUPERVISOR_REVIEW).due()).isEqualTo(HALF_A_YEAR_AGO.plus(ofDays(28)));
    assertThat(story.clock(CASE_OPENED).started()).isEqualTo(RECEIVED);
  }

  @Test
  void the_grade_that_it_had_counts() {
    var story =
        new Story().received(false, true, true).originatedByKent(HALF_A_YEAR_AGO, Grade.LOW);
    assertThat(story.custody().grade())
        .isEqualTo(new Grading.Graded(Grade.LOW, null, HALF_A_YEAR_AGO));
    assertThat(story.clock(ENFORCEMENT_ACTION).due()).isEqualTo(HALF_A_YEAR_AGO.plus(ofDays(30)));
    assertThat(story.clock(GRADE)).isNull();
  }

  @Test
  void its_local_reference_is_known_and_a_later_one_of_the_same_system_takes_its_place() {
    var story = new Story().received(false, true, true).originatedByKent(null, null);
    assertThat(story.custody().particulars().localReferences())
        .containsExactly(new LocalReference(KENT, "niche", "K-1"));
    story.locallyKnown("niche", "K-2").locallyKnown("athena", "A-9");
    assertThat(story.custody().particulars().localReferences())
        .containsExactly(
            new LocalReference(KENT, "niche", "K-2"), new LocalReference(KENT, "athena", "A-9"));
  }

  @Test
  void nobody_upstream_waits_for_what_the_sender_has_itself() {
    var story = new Story().received(false, true, true);
    story.intake(originated(Story.TORONTO));
    assertThat(story.running()).doesNotContain(UPSTREAM_PROGRESS);
    story.concluded().reopened(Story.TORONTO, ASSESSOR, null);
    assertThat(story.running()).doesNotContain(UPSTREAM_PROGRESS).contains(SUPERVISOR_REVIEW);
  }

  @Test
  void what_the_nca_found_itself_is_in_assessment_and_waits_for_triage() {
    var story = new Story().received(true, true, true);
    story.intake(originated(OrganisationCode.NCA));
    assertThat(story.custody().stage()).isEqualTo(Stage.IN_ASSESSMENT);
    assertThat(story.custody().custodian().person()).isEqualTo(ASSESSOR);
    assertThat(story.running())
        .contains(TRIAGE)
        .doesNotContain(ASSESSOR_NAMED, URGENT_ACKNOWLEDGED, NAMED_OFFICER_ACCEPTS);
  }

  @Test
  void a_receipt_of_the_future_counts_from_now() {
    var story = new Story().received(false, true, true);
    story.originatedByKent(RECEIVED.plus(ofDays(3)), null);
    assertThat(story.custody().particulars().receivedAt()).isEqualTo(RECEIVED);
  }

  @Test
  void what_a_force_has_accepted_nobody_brings_in() {
    var story = Story.acceptedByKent();
    var holding = story.custody().holding();
    story.intake(originated(OrganisationCode.NCA));
    assertThat(story.custody().holding()).isEqualTo(holding);
  }

  private static ReferralOriginated originated(OrganisationCode organisation) {
    return new ReferralOriginated(
        Story.REFERRAL, organisation, null, ASSESSOR, null, null, null, null, null);
  }
}
