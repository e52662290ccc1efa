package baton.custody;

import static baton.contract.OrganisationCode.NCA;
import static baton.contract.allocation.HandOff.FORCE;
import static baton.contract.escalation.ClockName.ACCEPTANCE_NOTED;
import static baton.contract.escalation.ClockName.ASSESSOR_NAMED;
import static baton.contract.escalation.ClockName.DISSEMINATE;
import static baton.contract.escalation.ClockName.ENFORCEMENT_ACTION;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.contract.escalation.ClockName.GRADE;
import static baton.contract.escalation.ClockName.NAMED_OFFICER_ACCEPTS;
import static baton.contract.escalation.ClockName.OWNERSHIP_DISPUTE;
import static baton.contract.escalation.ClockName.TIE_BREAK;
import static baton.custody.Clock.State.MET;
import static baton.custody.Clock.State.STOPPED;
import static baton.custody.Story.ASSESSOR;
import static baton.custody.Story.ESSEX;
import static baton.custody.Story.KENT;
import static baton.custody.Story.KENT_INSPECTOR;
import static baton.custody.Story.KENT_OFFICER;
import static baton.custody.Story.RECEIVED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.escalation.FindingKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Disputes, tie-breakers, reversions, transfers and organisations outside Baton (R2 to R4). */
class OwnershipTest {
  private static final PersonId ARBITER = new PersonId("p-nca-9");
  private static final OrganisationCode EUROPOL = new OrganisationCode("europol");

  @Test
  void a_redirect_closes_the_offer_and_leaves_it_with_its_sender() {
    var story = Story.ordinary().assessmentAccepted(1).disseminated(1, KENT);
    story.after(ofHours(1)).redirected(1, KENT, ESSEX);
    assertThat(story.custody().custodian().person()).isEqualTo(ASSESSOR);
    assertThat(story.custody().stage()).isEqualTo(Stage.IN_ASSESSMENT);
    assertThat(story.custody().offers().waiting()).isEmpty();
    assertThat(story.clock(FORCE_ACCEPTS).at(story.now())).isEqualTo(STOPPED);
    assertThat(story.running()).contains(DISSEMINATE, OWNERSHIP_DISPUTE);
  }

  @Test
  void a_dispute_counts_from_the_first_refusal_of_ownership_and_a_second_one_gives_no_time() {
    var story = Story.disseminatedToKent().after(ofHours(1)).redirected(1, KENT, ESSEX);
    story.disseminated(2, ESSEX).after(ofDays(1)).declinedByForce(2, ESSEX);
    assertThat(story.due(OWNERSHIP_DISPUTE)).isEqualTo(ofHours(1).plus(ofDays(3)));
  }

  @Test
  void a_force_without_capacity_disputes_nothing() {
    var story = Story.disseminatedToKent().declinedForCapacity(1, KENT);
    assertThat(story.clock(OWNERSHIP_DISPUTE)).isNull();
    assertThat(story.running()).contains(DISSEMINATE);
  }

  @Test
  void an_acceptance_ends_the_dispute() {
    var story = Story.disseminatedToKent().redirected(1, KENT, ESSEX).disseminated(2, ESSEX);
    story.after(ofHours(2)).acceptedByForce(2, ESSEX);
    assertThat(story.clock(OWNERSHIP_DISPUTE).at(story.now())).isEqualTo(MET);
    assertThat(story.custody().custodian().organisation()).isEqualTo(ESSEX);
  }

  @Test
  void the_tie_breaker_has_it_and_a_day_to_decide() {
    var story = disputed().after(ofHours(5)).tieBreakerAppointed(ARBITER);
    assertThat(story.custody().custodian())
        .isEqualTo(new Custodian(NCA, null, ARBITER, null, story.now()));
    assertThat(story.custody().stage()).isEqualTo(Stage.IN_ASSESSMENT);
    assertThat(story.clock(OWNERSHIP_DISPUTE).at(story.now())).isEqualTo(STOPPED);
    assertThat(story.running()).contains(TIE_BREAK).doesNotContain(DISSEMINATE, ASSESSOR_NAMED);
    assertThat(story.due(TIE_BREAK)).isEqualTo(ofHours(29));
    story.disseminated(3, KENT);
    assertThat(story.clock(TIE_BREAK).metBy()).isEqualTo(story.lastId());
    assertThat(story.custody().custodian().person()).isEqualTo(ARBITER);
    story.acceptedByForce(3, KENT);
    assertThat(story.custody().custodian().person()).isEqualTo(KENT_INSPECTOR);
  }

  @Test
  void a_tie_breaker_who_is_only_a_post_is_nobody_once_the_day_is_over() {
    var story = disputed().tieBreakerAppointed(null);
    assertThat(story.custody().custodian().post()).isEqualTo("tie-breaker");
    assertThat(story.custody().stage()).isEqualTo(Stage.RECEIVED);
    var late = story.now().plus(ofHours(24)).plusNanos(1_000);
    assertThat(Findings.of(story.custody(), late))
        .filteredOn(f -> f.clock() == TIE_BREAK)
        .extracting(f -> f.kind().name())
        .containsExactly("CLOCK_EXPIRED", "WITHOUT_PERSON");
  }

  @Test
  void a_forces_case_stays_with_the_force_while_a_tie_breaker_decides_about_its_transfer() {
    var story = Story.acceptedByKent().disseminated(2, ESSEX).declinedByForce(2, ESSEX);
    story.tieBreakerAppointed(ARBITER);
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_FORCE);
    assertThat(story.custody().custodian().person()).isEqualTo(ARBITER);
    assertThat(story.running()).contains(TIE_BREAK, ENFORCEMENT_ACTION);
  }

  @Test
  void what_the_tie_breaker_sent_and_a_force_did_not_take_waits_to_be_sent_again() {
    var story = Story.acceptedByKent().disseminated(2, ESSEX).tieBreakerAppointed(ARBITER);
    story.disseminated(3, ESSEX).after(ofHours(1)).declinedForCapacity(3, ESSEX);
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_FORCE);
    assertThat(story.running()).contains(DISSEMINATE).doesNotContain(OWNERSHIP_DISPUTE);
  }

  @Test
  void what_an_officer_held_reverts_to_who_covers_and_an_officer_is_awaited_anew() {
    var story = Story.acceptedByKent().allocated(1).acceptedByOfficer(1);
    story.after(ofDays(3)).reverted(KENT, KENT_INSPECTOR, null);
    assertThat(story.custody().custodian().person()).isEqualTo(KENT_INSPECTOR);
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_FORCE);
    assertThat(story.due(NAMED_OFFICER_ACCEPTS)).isEqualTo(ofDays(4));
    assertThat(story.due(ENFORCEMENT_ACTION)).isEqualTo(ofDays(7));
  }

  /** R4: it moves at once, and an escalation is raised; a hand-over that nobody notices is none. */
  @Test
  void that_its_custodian_is_gone_is_found_at_once_and_until_somebody_takes_it_up() {
    var story = Story.acceptedByKent().allocated(1).acceptedByOfficer(1);
    assertThat(gone(story)).isEmpty();
    story.reverted(KENT, KENT_INSPECTOR, null);
    Finding found = gone(story).getFirst();
    assertThat(Sentences.of(story.custody(), found, story.now()))
        .startsWith("The custodian of referral SPADE-0001 is gone and p-1001 of Kent (46) has it");
    story.after(ofHours(1)).allocated(2);
    assertThat(gone(story)).isEmpty();
    assertThat(Findings.resolution(story.custody(), found.cause(), story.now()))
        .hasValueSatisfying(r -> assertThat(r.by()).isEqualTo(story.lastId()));
    story.acceptedByOfficer(2);
    assertThat(gone(story)).isEmpty();
    assertThat(Findings.resolution(story.custody(), found.cause(), story.now())).isPresent();
  }

  @Test
  void a_duty_inspector_who_is_only_a_post_is_nobody_once_the_time_to_name_an_officer_is_over() {
    var story = Story.acceptedByKent().reverted(KENT, null, "duty-inspector");
    assertThat(story.custody().custodian().post()).isEqualTo("duty-inspector");
    assertThat(without(story.after(ofHours(24)))).isEmpty();
    assertThat(without(story.after(ofHours(1)))).hasSize(1);
    var cause = without(story).getFirst().cause();
    story.reverted(KENT, KENT_INSPECTOR, null);
    assertThat(without(story)).isEmpty();
    assertThat(Findings.resolution(story.custody(), cause, story.now()))
        .hasValueSatisfying(r -> assertThat(r.by()).isEqualTo(story.lastId()));
  }

  @Test
  void an_assessors_work_reverts_at_the_nca_and_a_desk_awaits_another_assessor() {
    var story = Story.ordinary().assessmentAccepted(1).after(ofHours(9));
    story.reverted(NCA, null, "referrals-desk");
    assertThat(story.custody().stage()).isEqualTo(Stage.RECEIVED);
    assertThat(story.due(ASSESSOR_NAMED)).isEqualTo(ofHours(13));
    var deputy = Story.ordinary().assessmentAccepted(1).reverted(NCA, ARBITER, null);
    assertThat(deputy.custody().stage()).isEqualTo(Stage.IN_ASSESSMENT);
    assertThat(deputy.running()).doesNotContain(ASSESSOR_NAMED);
  }

  @Test
  void who_accepted_before_a_reversion_was_written_keeps_it() {
    var story = Story.ordinary().assessmentAccepted(1);
    var kept = story.custody().custodian();
    story.revertedFrom(KENT_OFFICER, NCA, ARBITER, null);
    assertThat(story.custody().custodian()).isEqualTo(kept);
  }

  @Test
  void a_reversion_leaves_an_offer_to_a_force_open() {
    var story = Story.ordinary().assessmentAccepted(1).disseminated(1, KENT);
    story.reverted(NCA, ARBITER, null);
    assertThat(story.custody().stage()).isEqualTo(Stage.DISSEMINATED);
    assertThat(story.custody().offers().waiting(FORCE).organisation()).isEqualTo(KENT);
  }

  @Test
  void an_event_that_names_nobody_leaves_it_with_the_post_that_is_never_empty() {
    assertThat(Story.acceptedByKent().reverted(KENT, null, null).custody().custodian().post())
        .isEqualTo("duty-inspector");
    assertThat(Story.ordinary().reverted(NCA, null, null).custody().custodian().post())
        .isEqualTo("referrals-desk");
  }

  @Test
  void a_transfer_is_an_offer_until_the_other_force_accepts() {
    var story = Story.acceptedByKent().allocated(1).acceptedByOfficer(1).after(ofDays(2));
    story.allocated(2).disseminated(2, ESSEX);
    assertThat(story.custody().custodian().organisation()).isEqualTo(KENT);
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_OFFICER);
    story.after(ofHours(1)).acceptedByForce(2, ESSEX);
    assertThat(story.custody().custodian().organisation()).isEqualTo(ESSEX);
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_FORCE);
    assertThat(story.custody().offers().waiting()).isEmpty();
    assertThat(story.due(NAMED_OFFICER_ACCEPTS)).isEqualTo(ofDays(3).plusHours(1));
    assertThat(story.clock(ENFORCEMENT_ACTION).started()).isEqualTo(RECEIVED);
  }

  @Test
  void a_transfer_that_is_refused_leaves_it_with_its_officer() {
    var story = Story.acceptedByKent().allocated(1).acceptedByOfficer(1);
    story.disseminated(2, ESSEX).declinedByForce(2, ESSEX);
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_OFFICER);
    assertThat(story.running()).doesNotContain(DISSEMINATE, FORCE_ACCEPTS);
  }

  @Test
  void an_organisation_outside_baton_has_it_and_nobody_there_is_named_or_grades() {
    var story = Story.ordinary().disseminated(1, EUROPOL).after(ofHours(6));
    story.acceptedOutside(1, EUROPOL, RECEIVED.plus(ofHours(2)));
    assertThat(story.custody().custodian())
        .isEqualTo(new Custodian(EUROPOL, null, null, "outside-contact", story.now()));
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_FORCE);
    assertThat(story.clock(FORCE_ACCEPTS).metAt()).isEqualTo(RECEIVED.plus(ofHours(2)));
    assertThat(story.clock(FORCE_ACCEPTS).recordedLate()).isTrue();
    assertThat(story.running())
        .contains(ENFORCEMENT_ACTION)
        .doesNotContain(NAMED_OFFICER_ACCEPTS, GRADE, ACCEPTANCE_NOTED);
    assertThat(without(story.after(ofDays(60)))).isEmpty();
  }

  /** Refused by Kent, then by Essex. */
  private static Story disputed() {
    return Story.disseminatedToKent()
        .redirected(1, KENT, ESSEX)
        .disseminated(2, ESSEX)
        .declinedByForce(2, ESSEX);
  }

  private static List<Finding> gone(Story story) {
    return Findings.of(story.custody(), story.now()).stream()
        .filter(f -> f.kind() == FindingKind.CUSTODIAN_GONE)
        .toList();
  }

  private static List<Finding> without(Story story) {
    return Findings.of(story.custody(), story.now()).stream()
        .filter(f -> f.kind() == FindingKind.WITHOUT_PERSON)
        .filter(f -> f.clock() == NAMED_OFFICER_ACCEPTS)
        .toList();
  }
}
