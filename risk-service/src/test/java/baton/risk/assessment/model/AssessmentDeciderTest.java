package baton.risk.assessment.model;

import static baton.contract.Grade.HIGH;
import static baton.contract.Grade.LOW;
import static baton.contract.Grade.MEDIUM;
import static baton.contract.Grade.VERY_HIGH;
import static baton.risk.assessment.model.AssessmentFixture.ANN;
import static baton.risk.assessment.model.AssessmentFixture.BEN;
import static baton.risk.assessment.model.AssessmentFixture.ESSEX;
import static baton.risk.assessment.model.AssessmentFixture.KENT;
import static baton.risk.assessment.model.AssessmentFixture.REFERRAL;
import static baton.risk.assessment.model.AssessmentFixture.accept;
import static baton.risk.assessment.model.AssessmentFixture.accepted;
import static baton.risk.assessment.model.AssessmentFixture.decline;
import static baton.risk.assessment.model.AssessmentFixture.declined;
import static baton.risk.assessment.model.AssessmentFixture.determine;
import static baton.risk.assessment.model.AssessmentFixture.determined;
import static baton.risk.assessment.model.AssessmentFixture.forceAccepted;
import static baton.risk.assessment.model.AssessmentFixture.grade;
import static baton.risk.assessment.model.AssessmentFixture.graded;
import static baton.risk.assessment.model.AssessmentFixture.noteAcceptance;
import static baton.risk.assessment.model.AssessmentFixture.noteOrigin;
import static baton.risk.assessment.model.AssessmentFixture.offer;
import static baton.risk.assessment.model.AssessmentFixture.offerToStranger;
import static baton.risk.assessment.model.AssessmentFixture.offered;
import static baton.risk.assessment.model.AssessmentFixture.open;
import static baton.risk.assessment.model.AssessmentFixture.opened;
import static baton.risk.assessment.model.AssessmentFixture.originNoted;
import static baton.risk.assessment.model.AssessmentFixture.prioritise;
import static baton.risk.assessment.model.AssessmentFixture.prioritised;
import static baton.risk.assessment.model.Told.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.OrganisationCode;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.risk.assessment.model.AssessmentCommand.TreatAsUrgent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssessmentDeciderTest {

  @Nested
  class Opening {
    @Test
    void happens_once() {
      assertThat(after().decide(open(false))).isEqualTo(Decision.accept(opened()));
      assertThat(after(opened()).decide(open(false))).isEqualTo(Decision.nothingToDo());
    }

    @Test
    void an_urgent_referral_is_very_high_at_once() {
      assertThat(after().decide(open(true)))
          .isEqualTo(Decision.accept(opened(), prioritised(null, VERY_HIGH)));
    }

    @Test
    void an_amendment_that_makes_it_urgent_raises_the_priority() {
      assertThat(after(opened(), prioritised(null, LOW)).decide(new TreatAsUrgent(REFERRAL)))
          .isEqualTo(Decision.accept(prioritised(LOW, VERY_HIGH)));
    }

    @Test
    void a_command_before_it_is_to_be_sent_again() {
      assertThat(after().refusal(prioritise(HIGH)).kind()).isEqualTo(Refusal.Kind.NOT_READ_YET);
    }

    @Test
    void a_stream_that_begins_otherwise_is_impossible() {
      assertThatThrownBy(() -> after(offered(1, ANN))).isInstanceOf(IllegalStateException.class);
    }
  }

  @Nested
  class Offering {
    @Test
    void is_numbered() {
      assertThat(after(opened()).decide(offer(ANN))).isEqualTo(Decision.accept(offered(1, ANN)));
      assertThat(after(opened(), offered(1, ANN), declined(1, ANN)).decide(offer(BEN)))
          .isEqualTo(Decision.accept(offered(2, BEN)));
    }

    @Test
    void to_somebody_who_is_not_in_the_roster_is_refused() {
      assertThat(after(opened()).refusal(offerToStranger()).code())
          .isEqualTo("person-not-in-roster");
    }

    @Test
    void to_the_same_person_again_changes_nothing() {
      assertThat(after(opened(), offered(1, ANN)).decide(offer(ANN)))
          .isEqualTo(Decision.nothingToDo());
      assertThat(after(opened(), offered(1, ANN), accepted(1, ANN)).decide(offer(ANN)))
          .isEqualTo(Decision.nothingToDo());
    }

    @Test
    void to_another_replaces_the_open_offer() {
      var replaced = after(opened(), offered(1, ANN), offered(2, BEN));
      assertThat(replaced.refusal(accept(ANN)).code()).isEqualTo("offer-closed");
      assertThat(replaced.decide(accept(BEN))).isEqualTo(Decision.accept(accepted(2, BEN)));
    }

    @Test
    void back_to_the_holder_takes_the_offer_away_from_the_other() {
      assertThat(
              after(opened(), offered(1, ANN), accepted(1, ANN), offered(2, BEN))
                  .decide(offer(ANN)))
          .isEqualTo(Decision.accept(offered(3, ANN)));
    }
  }

  @Nested
  class Answering {
    @Test
    void the_person_offered_accepts_once() {
      assertThat(after(opened(), offered(1, ANN)).decide(accept(ANN)))
          .isEqualTo(Decision.accept(accepted(1, ANN)));
      assertThat(after(opened(), offered(1, ANN), accepted(1, ANN)).decide(accept(ANN)))
          .isEqualTo(Decision.nothingToDo());
    }

    @Test
    void nobody_else_accepts_or_declines() {
      var offeredToAnn = after(opened(), offered(1, ANN));
      assertThat(offeredToAnn.refusal(accept(BEN)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
      assertThat(offeredToAnn.refusal(decline(BEN)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void a_decline_closes_the_offer_once() {
      assertThat(after(opened(), offered(1, ANN)).decide(decline(ANN)))
          .isEqualTo(Decision.accept(declined(1, ANN)));
      var declinedByAnn = after(opened(), offered(1, ANN), declined(1, ANN));
      assertThat(declinedByAnn.decide(decline(ANN))).isEqualTo(Decision.nothingToDo());
      assertThat(declinedByAnn.refusal(accept(ANN)).code()).isEqualTo("offer-closed");
    }

    @Test
    void what_was_accepted_is_not_declined() {
      assertThat(after(opened(), offered(1, ANN), accepted(1, ANN)).refusal(decline(ANN)).code())
          .isEqualTo("offer-closed");
    }

    @Test
    void who_lost_it_to_another_has_to_be_offered_it_again() {
      var withBen =
          after(opened(), offered(1, ANN), accepted(1, ANN), offered(2, BEN), accepted(2, BEN));
      assertThat(withBen.refusal(accept(ANN)).code()).isEqualTo("offer-closed");
      assertThat(withBen.decide(offer(ANN))).isEqualTo(Decision.accept(offered(3, ANN)));
    }
  }

  @Nested
  class Triage {
    @Test
    void carries_the_priority_before() {
      assertThat(after(opened(), prioritised(null, HIGH)).decide(prioritise(LOW)))
          .isEqualTo(Decision.accept(prioritised(HIGH, LOW)));
    }

    @Test
    void the_same_priority_again_changes_nothing() {
      assertThat(after(opened(), prioritised(null, HIGH)).decide(prioritise(HIGH)))
          .isEqualTo(Decision.nothingToDo());
    }

    @Test
    void another_organisation_does_not_find_it() {
      assertThat(after(opened()).refusal(prioritise(HIGH, KENT)).kind())
          .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void the_force_known_before_is_the_senders_until_it_is_judged() {
      assertThat(after(opened()).decide(determine(ESSEX, KENT)))
          .isEqualTo(Decision.accept(determined(ESSEX, KENT)));
      assertThat(after(opened(), determined(ESSEX, KENT)).decide(determine(ESSEX, ESSEX)))
          .isEqualTo(Decision.accept(determined(KENT, ESSEX)));
      assertThat(after(opened()).decide(determine(KENT, KENT))).isEqualTo(Decision.nothingToDo());
    }

    @Test
    void is_over_once_a_force_has_accepted() {
      var atKent = after(opened(), forceAccepted(KENT));
      assertThat(atKent.refusal(prioritise(HIGH)).code()).isEqualTo("force-has-accepted");
      assertThat(atKent.refusal(determine(KENT, ESSEX)).code()).isEqualTo("force-has-accepted");
      assertThat(atKent.refusal(offer(ANN)).code()).isEqualTo("force-has-accepted");
      assertThat(atKent.decide(new TreatAsUrgent(REFERRAL))).isEqualTo(Decision.nothingToDo());
    }

    @Test
    void an_acceptance_is_noted_once() {
      assertThat(after(opened()).decide(noteAcceptance(KENT)))
          .isEqualTo(Decision.accept(forceAccepted(KENT)));
      assertThat(after(opened(), forceAccepted(KENT)).decide(noteAcceptance(KENT)))
          .isEqualTo(Decision.nothingToDo());
    }
  }

  @Nested
  class Origin {
    @Test
    void at_a_force_is_the_forces_to_judge() {
      assertThat(after(opened()).decide(noteOrigin(KENT, null)))
          .isEqualTo(Decision.accept(originNoted(KENT, null)));
      var atKent = after(opened(), originNoted(KENT, null));
      assertThat(atKent.refusal(prioritise(HIGH)).detail()).contains("brought this referral in");
      assertThat(atKent.decide(grade(LOW, BEN, KENT))).isInstanceOf(Decision.Accepted.class);
      assertThat(atKent.refusal(grade(LOW, BEN, ESSEX)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void at_the_nca_is_with_an_assessor() {
      var withAnn = after(opened(), originNoted(OrganisationCode.NCA, null));
      assertThat(withAnn.decide(offer(ANN))).isEqualTo(Decision.nothingToDo());
      assertThat(withAnn.decide(prioritise(HIGH))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void brings_a_grade_that_another_person_has_to_lower() {
      var high = after(opened(), originNoted(KENT, HIGH));
      assertThat(high.refusal(grade(LOW, ANN, KENT)).code()).isEqualTo("second-person-needed");
      assertThat(high.decide(grade(LOW, BEN, KENT)))
          .isEqualTo(Decision.accept(graded(HIGH, LOW, BEN)));
    }

    @Test
    void is_noted_once_and_undoes_nothing() {
      assertThat(after(opened(), originNoted(KENT, null)).decide(noteOrigin(KENT, null)))
          .isEqualTo(Decision.nothingToDo());
      assertThat(after(opened(), forceAccepted(ESSEX)).decide(noteOrigin(KENT, null)))
          .isEqualTo(Decision.nothingToDo());
    }
  }

  @Nested
  class Grading {
    @Test
    void carries_the_grade_before() {
      assertThat(after(opened(), graded(null, LOW, ANN)).decide(grade(HIGH, ANN)))
          .isEqualTo(Decision.accept(graded(LOW, HIGH, ANN)));
    }

    @Test
    void the_same_judgement_again_changes_nothing() {
      assertThat(after(opened(), graded(null, LOW, ANN)).decide(grade(LOW, ANN)))
          .isEqualTo(Decision.nothingToDo());
    }

    @Test
    void the_same_grade_by_another_person_is_news() {
      assertThat(after(opened(), graded(null, LOW, ANN)).decide(grade(LOW, BEN)))
          .isEqualTo(Decision.accept(graded(LOW, LOW, BEN)));
    }

    @Test
    void a_lower_grade_takes_another_person() {
      var high = after(opened(), graded(null, HIGH, ANN));
      assertThat(high.refusal(grade(MEDIUM, ANN)).code()).isEqualTo("second-person-needed");
      assertThat(high.refusal(grade(MEDIUM, ANN)).detail()).contains("R11", "HIGH", "MEDIUM");
      assertThat(high.decide(grade(MEDIUM, BEN)))
          .isEqualTo(Decision.accept(graded(HIGH, MEDIUM, BEN)));
    }

    @Test
    void the_first_grade_may_be_below_the_triage_priority() {
      assertThat(after(opened(), prioritised(null, VERY_HIGH)).decide(grade(LOW, ANN)))
          .isEqualTo(Decision.accept(graded(null, LOW, ANN)));
    }

    @Test
    void is_open_to_the_force_once_it_has_accepted_and_to_no_other() {
      assertThat(after(opened()).refusal(grade(LOW, ANN, KENT)).kind())
          .isEqualTo(Refusal.Kind.NOT_FOUND);
      var atKent = after(opened(), forceAccepted(KENT));
      assertThat(atKent.decide(grade(LOW, ANN, KENT)))
          .isEqualTo(Decision.accept(graded(null, LOW, ANN)));
      assertThat(atKent.decide(grade(LOW, ANN))).isInstanceOf(Decision.Accepted.class);
      assertThat(atKent.refusal(grade(LOW, ANN, ESSEX)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    }
  }
}
