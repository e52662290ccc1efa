package baton.custody;

import static baton.contract.allocation.HandOff.FORCE;
import static baton.contract.allocation.HandOff.OFFICER;
import static baton.custody.Story.ASSESSOR;
import static baton.custody.Story.ESSEX;
import static baton.custody.Story.KENT;
import static baton.custody.Story.KENT_INSPECTOR;
import static baton.custody.Story.KENT_OFFICER;
import static baton.custody.Story.KENT_POLIT;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.OutcomeProposed;
import baton.contract.intake.ReceiptRepeated;
import org.junit.jupiter.api.Test;

class CustodyTableTest {
  private static final OrganisationCode NCA = OrganisationCode.NCA;

  @Test
  void at_receipt_the_referrals_desk_has_it() {
    var custody = Story.ordinary().custody();
    assertThat(custody.custodian())
        .isEqualTo(new Custodian(NCA, null, null, "referrals-desk", Story.RECEIVED));
    assertThat(custody.stage()).isEqualTo(Stage.RECEIVED);
    assertThat(custody.open()).isTrue();
  }

  @Test
  void an_offer_to_an_assessor_moves_nothing() {
    var before = Story.ordinary().custody().custodian();
    var story = Story.ordinary().after(ofHours(1)).assessorAssigned(1);
    assertThat(story.custody().custodian()).isEqualTo(before);
  }

  @Test
  void the_assessor_who_accepts_has_it_from_the_time_of_the_acceptance() {
    var story = Story.ordinary().assessorAssigned(1).after(ofHours(1)).assessmentAccepted(1);
    assertThat(story.custody().custodian())
        .isEqualTo(new Custodian(NCA, null, ASSESSOR, null, story.now()));
    assertThat(story.custody().stage()).isEqualTo(Stage.IN_ASSESSMENT);
  }

  @Test
  void an_assessor_who_declines_leaves_it_with_the_desk() {
    var story = Story.ordinary().assessorAssigned(1).assessmentDeclined(1);
    assertThat(story.custody().custodian().post()).isEqualTo("referrals-desk");
    assertThat(story.custody().offers().waiting()).isEmpty();
  }

  @Test
  void a_dissemination_leaves_it_with_the_assessor() {
    var story = Story.ordinary().assessmentAccepted(1).disseminated(1, KENT);
    assertThat(story.custody().custodian().person()).isEqualTo(ASSESSOR);
    assertThat(story.custody().stage()).isEqualTo(Stage.DISSEMINATED);
  }

  @Test
  void the_person_and_team_that_the_acceptance_names_have_it_at_the_force() {
    var story = Story.disseminatedToKent().after(ofHours(2)).acceptedByForce(1, KENT);
    assertThat(story.custody().custodian())
        .isEqualTo(new Custodian(KENT, KENT_POLIT, KENT_INSPECTOR, null, story.now()));
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_FORCE);
  }

  @Test
  void a_force_that_declines_leaves_it_where_it_was() {
    var unassessed = Story.disseminatedToKent().declinedByForce(1, KENT);
    assertThat(unassessed.custody().custodian().post()).isEqualTo("referrals-desk");
    assertThat(unassessed.custody().stage()).isEqualTo(Stage.RECEIVED);
    var assessed =
        Story.ordinary().assessmentAccepted(1).disseminated(1, KENT).declinedByForce(1, KENT);
    assertThat(assessed.custody().custodian().person()).isEqualTo(ASSESSOR);
    assertThat(assessed.custody().stage()).isEqualTo(Stage.IN_ASSESSMENT);
  }

  @Test
  void a_dissemination_that_is_withdrawn_leaves_it_with_its_sender() {
    var story = Story.ordinary().assessmentAccepted(1).disseminated(1, KENT).withdrawn(FORCE, 1);
    assertThat(story.custody().custodian().person()).isEqualTo(ASSESSOR);
    assertThat(story.custody().stage()).isEqualTo(Stage.IN_ASSESSMENT);
  }

  @Test
  void the_officer_who_accepts_has_it() {
    var story = Story.acceptedByKent().allocated(1).after(ofHours(3)).acceptedByOfficer(1);
    assertThat(story.custody().custodian())
        .isEqualTo(new Custodian(KENT, KENT_POLIT, KENT_OFFICER, null, story.now()));
    assertThat(story.custody().stage()).isEqualTo(Stage.WITH_OFFICER);
  }

  @Test
  void an_officer_who_declines_or_an_allocation_withdrawn_leaves_it_with_the_force() {
    var declined = Story.acceptedByKent().allocated(1).declinedByOfficer(1);
    assertThat(declined.custody().custodian().person()).isEqualTo(KENT_INSPECTOR);
    var withdrawn = Story.acceptedByKent().allocated(1).withdrawn(OFFICER, 1);
    assertThat(withdrawn.custody().custodian().person()).isEqualTo(KENT_INSPECTOR);
  }

  @Test
  void a_concluded_referral_needs_no_custodian() {
    var custody = Story.acceptedByKent().concluded().custody();
    assertThat(custody.custodian()).isNull();
    assertThat(custody.stage()).isEqualTo(Stage.CONCLUDED);
    assertThat(custody.outcome()).isEqualTo(Outcome.CHARGED);
    assertThat(custody.open()).isFalse();
  }

  @Test
  void nothing_moves_after_the_conclusion() {
    var story = Story.acceptedByKent().concluded().allocated(1).acceptedByOfficer(1);
    assertThat(story.custody().custodian()).isNull();
    assertThat(story.custody().clocks().running()).isEmpty();
    assertThat(story.custody().offers().waiting()).isEmpty();
  }

  @Test
  void after_the_first_acceptance_by_a_force_no_event_of_intake_or_risk_moves_it() {
    var story =
        Story.acceptedByKent()
            .assessorAssigned(1)
            .assessmentAccepted(1)
            .amended(true, true, true)
            .forceDetermined(ESSEX)
            .triaged(Grade.LOW)
            .graded(Grade.HIGH);
    assertThat(story.custody().custodian().person()).isEqualTo(KENT_INSPECTOR);
    assertThat(story.custody().force()).isEqualTo(KENT);
    assertThat(story.custody().offers().waiting()).isEmpty();
  }

  @Test
  void a_repeated_receipt_and_a_proposed_outcome_change_nothing_but_how_far_was_read() {
    var story = Story.acceptedByKent();
    var before = story.custody();
    story
        .intake(new ReceiptRepeated(Story.REFERRAL, "B-9", null))
        .allocation(new OutcomeProposed(Story.REFERRAL, Outcome.DUPLICATE, KENT_OFFICER, null));
    assertThat(story.custody().with(before.reading())).isEqualTo(before);
  }

  @Test
  void an_acceptance_that_nobody_offered_moves_it_all_the_same() {
    var story = Story.ordinary().acceptedByForce(7, KENT);
    assertThat(story.custody().custodian().person()).isEqualTo(KENT_INSPECTOR);
    assertThat(story.custody().offers().all())
        .extracting(Offer::number, Offer::state)
        .containsExactly(tuple(7, Offer.State.ACCEPTED));
  }

  @Test
  void an_assessor_may_accept_while_a_force_has_not_answered() {
    var story = Story.disseminatedToKent().assessmentAccepted(1);
    assertThat(story.custody().custodian().person()).isEqualTo(ASSESSOR);
    assertThat(story.custody().stage()).isEqualTo(Stage.DISSEMINATED);
  }
}
