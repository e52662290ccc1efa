package baton.custody;

import static baton.contract.allocation.HandOff.ASSESSOR;
import static baton.contract.allocation.HandOff.FORCE;
import static baton.contract.allocation.HandOff.OFFICER;
import static baton.contract.escalation.ClockName.FORCE_ACCEPTS;
import static baton.custody.Offer.State.ACCEPTED;
import static baton.custody.Offer.State.DECLINED;
import static baton.custody.Offer.State.LAPSED;
import static baton.custody.Offer.State.OPEN;
import static baton.custody.Offer.State.REPLACED;
import static baton.custody.Offer.State.WITHDRAWN;
import static baton.custody.Story.ESSEX;
import static baton.custody.Story.KENT;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Grade;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffersTest {
  @Test
  void an_offer_is_open_until_it_is_answered() {
    var story = Story.disseminatedToKent();
    Offer offer = story.custody().offers().waiting(FORCE);
    assertThat(offer.organisation()).isEqualTo(KENT);
    assertThat(offer.offeredAt()).isEqualTo(Story.RECEIVED);
    assertThat(offer.by()).isEqualTo(story.lastId());
    assertThat(offer.closedAt()).isNull();
  }

  @Test
  void each_answer_closes_it_at_its_time() {
    assertThat(states(Story.disseminatedToKent().acceptedByForce(1, KENT)))
        .containsExactly(ACCEPTED);
    assertThat(states(Story.disseminatedToKent().declinedByForce(1, KENT)))
        .containsExactly(DECLINED);
    var story = Story.disseminatedToKent().after(ofHours(1)).withdrawn(FORCE, 1);
    assertThat(states(story)).containsExactly(WITHDRAWN);
    assertThat(story.custody().offers().all().getFirst().closedAt()).isEqualTo(story.now());
  }

  @Test
  void a_newer_offer_of_the_same_kind_replaces_an_open_one() {
    var story = Story.disseminatedToKent().disseminated(2, ESSEX);
    assertThat(states(story)).containsExactly(REPLACED, OPEN);
    assertThat(story.custody().offers().waiting(FORCE).organisation()).isEqualTo(ESSEX);
  }

  @Test
  void an_offer_of_another_kind_stays_open() {
    var story = Story.ordinary().assessorAssigned(1).disseminated(1, KENT);
    assertThat(states(story)).containsExactly(OPEN, OPEN);
  }

  @Test
  void an_answer_to_another_number_or_kind_closes_nothing() {
    var story =
        Story.disseminatedToKent()
            .declinedByForce(2, KENT)
            .withdrawn(OFFICER, 1)
            .withdrawn(ASSESSOR, 1);
    assertThat(states(story)).containsExactly(OPEN);
    assertThat(story.custody().stage()).isEqualTo(Stage.DISSEMINATED);
  }

  @Test
  void an_overdue_offer_stays_acceptable() {
    var story = Story.disseminatedToKent().after(ofHours(5));
    assertThat(story.custody().offers().waiting(FORCE).overdue(story.now())).isTrue();
    story.acceptedByForce(1, KENT);
    assertThat(states(story)).containsExactly(ACCEPTED);
    assertThat(story.custody().custodian().organisation()).isEqualTo(KENT);
  }

  @Test
  void an_offer_is_not_overdue_at_its_due_itself() {
    Offer offer = Story.disseminatedToKent().custody().offers().waiting(FORCE);
    assertThat(offer.overdue(offer.due())).isFalse();
    assertThat(offer.overdue(offer.due().plusNanos(1))).isTrue();
  }

  @Test
  void an_offer_is_due_with_the_clock_of_its_hand_off_also_when_that_moves() {
    var story = Story.disseminatedToKent().after(ofHours(1)).triaged(Grade.VERY_HIGH);
    assertThat(story.custody().offers().waiting(FORCE).due())
        .isEqualTo(story.clock(FORCE_ACCEPTS).due())
        .isEqualTo(Story.RECEIVED.plus(ofHours(1)));
  }

  @Test
  void what_a_forces_acceptance_overtakes_has_lapsed() {
    var story = Story.ordinary().assessorAssigned(1).disseminated(1, KENT);
    story.acceptedByForce(1, KENT);
    assertThat(states(story)).containsExactly(LAPSED, ACCEPTED);
  }

  @Test
  void a_conclusion_leaves_no_offer_open() {
    assertThat(states(Story.acceptedByKent().allocated(1).concluded()))
        .containsExactly(ACCEPTED, LAPSED);
  }

  private static List<Offer.State> states(Story story) {
    return story.custody().offers().all().stream().map(Offer::state).toList();
  }
}
