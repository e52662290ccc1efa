package baton.risk.assessment.model;

import static baton.risk.assessment.model.AssessmentFixture.ANN;
import static baton.risk.assessment.model.AssessmentFixture.BEN;
import static baton.risk.assessment.model.AssessmentFixture.REFERRAL;
import static baton.risk.assessment.model.AssessmentFixture.accept;
import static baton.risk.assessment.model.AssessmentFixture.accepted;
import static baton.risk.assessment.model.AssessmentFixture.offer;
import static baton.risk.assessment.model.AssessmentFixture.offered;
import static baton.risk.assessment.model.AssessmentFixture.opened;
import static baton.risk.assessment.model.Told.after;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.risk.AssessorGoneNoted;
import baton.contract.risk.RiskEvent;
import baton.decision.Decision;
import baton.risk.assessment.model.AssessmentCommand.NoteReversion;
import baton.risk.assessment.model.AssessmentCommand.NoteWithdrawal;
import org.junit.jupiter.api.Test;

/** What becomes of an assessment whose assessor is gone (R4). */
class AssessorGoneTest {
  private static final RiskEvent BEN_FOR_ANN = new AssessorGoneNoted(REFERRAL, ANN, BEN);
  private static final RiskEvent NOBODY_FOR_ANN = new AssessorGoneNoted(REFERRAL, ANN, null);

  @Test
  void what_reverts_has_the_one_who_was_named() {
    var held = after(opened(), offered(1, ANN), accepted(1, ANN));
    assertThat(held.decide(new NoteReversion(REFERRAL, ANN, BEN)))
        .isEqualTo(Decision.accept(BEN_FOR_ANN));
    assertThat(after(opened(), offered(1, ANN), accepted(1, ANN), BEN_FOR_ANN).decide(offer(BEN)))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void what_a_post_has_may_be_offered_to_anybody_again() {
    assertThat(
            after(opened(), offered(1, ANN), accepted(1, ANN), NOBODY_FOR_ANN).decide(offer(ANN)))
        .isEqualTo(Decision.accept(offered(2, ANN)));
  }

  @Test
  void who_accepted_meanwhile_keeps_it() {
    assertThat(
            after(opened(), offered(1, ANN), accepted(1, ANN), offered(2, BEN), accepted(2, BEN))
                .decide(new NoteReversion(REFERRAL, ANN, null)))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void an_offer_that_was_taken_back_is_closed_once_and_accepted_no_more() {
    assertThat(after(opened(), offered(1, ANN)).decide(new NoteWithdrawal(REFERRAL, 1)))
        .isEqualTo(Decision.accept(NOBODY_FOR_ANN));
    var withdrawn = after(opened(), offered(1, ANN), NOBODY_FOR_ANN);
    assertThat(withdrawn.decide(new NoteWithdrawal(REFERRAL, 1))).isEqualTo(Decision.nothingToDo());
    assertThat(withdrawn.refusal(accept(ANN)).code()).isEqualTo("offer-closed");
  }
}
