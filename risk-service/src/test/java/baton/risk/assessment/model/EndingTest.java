package baton.risk.assessment.model;

import static baton.contract.Grade.HIGH;
import static baton.contract.Grade.LOW;
import static baton.contract.risk.AssessmentEnd.DUPLICATE;
import static baton.contract.risk.AssessmentEnd.HELD;
import static baton.contract.risk.AssessmentEnd.NOT_UNITED_KINGDOM;
import static baton.risk.assessment.model.AssessmentFixture.ANN;
import static baton.risk.assessment.model.AssessmentFixture.BEN;
import static baton.risk.assessment.model.AssessmentFixture.KENT;
import static baton.risk.assessment.model.AssessmentFixture.REFERRAL;
import static baton.risk.assessment.model.AssessmentFixture.accept;
import static baton.risk.assessment.model.AssessmentFixture.accepted;
import static baton.risk.assessment.model.AssessmentFixture.acknowledge;
import static baton.risk.assessment.model.AssessmentFixture.concluded;
import static baton.risk.assessment.model.AssessmentFixture.confirmDuplicate;
import static baton.risk.assessment.model.AssessmentFixture.confirmEnd;
import static baton.risk.assessment.model.AssessmentFixture.determine;
import static baton.risk.assessment.model.AssessmentFixture.determined;
import static baton.risk.assessment.model.AssessmentFixture.duplicateProposed;
import static baton.risk.assessment.model.AssessmentFixture.endHold;
import static baton.risk.assessment.model.AssessmentFixture.endProposed;
import static baton.risk.assessment.model.AssessmentFixture.forceAccepted;
import static baton.risk.assessment.model.AssessmentFixture.grade;
import static baton.risk.assessment.model.AssessmentFixture.held;
import static baton.risk.assessment.model.AssessmentFixture.holdEnded;
import static baton.risk.assessment.model.AssessmentFixture.offer;
import static baton.risk.assessment.model.AssessmentFixture.offered;
import static baton.risk.assessment.model.AssessmentFixture.opened;
import static baton.risk.assessment.model.AssessmentFixture.prioritise;
import static baton.risk.assessment.model.AssessmentFixture.proposeDuplicate;
import static baton.risk.assessment.model.AssessmentFixture.proposeEnd;
import static baton.risk.assessment.model.AssessmentFixture.requestCommsData;
import static baton.risk.assessment.model.AssessmentFixture.reviewHold;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.risk.AssessmentConcluded;
import baton.contract.risk.CommsDataRequested;
import baton.contract.risk.HoldReviewed;
import baton.contract.risk.RiskEvent;
import baton.contract.risk.UrgencyAcknowledged;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.risk.assessment.model.AssessmentCommand.ResumeActionable;
import baton.risk.assessment.model.AssessmentCommand.TreatAsUrgent;
import baton.risk.assessment.model.EndingCommand.Original;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A referral that goes no further than the NCA. */
class EndingTest {
  private static final PersonId SUE = PersonId.of("p-sue");
  private static final ReferralId OTHER = ReferralId.of("01890000-0000-7000-8000-000000000002");

  @Nested
  class Proposing {
    @Test
    void is_for_who_has_it() {
      assertThat(withAnn().decide(proposeEnd(HELD, ANN)))
          .isEqualTo(Decision.accept(endProposed(HELD, ANN)));
      assertThat(withAnn().refusal(proposeEnd(HELD, BEN)).code()).isEqualTo("not-yours");
      assertThat(Told.after(opened()).refusal(proposeEnd(HELD, ANN)).detail())
          .contains("referrals desk");
    }

    @Test
    void the_same_again_changes_nothing_and_another_replaces_it() {
      var proposed = withAnn(endProposed(HELD, ANN));
      assertThat(proposed.decide(proposeEnd(HELD, ANN))).isEqualTo(Decision.nothingToDo());
      assertThat(proposed.decide(proposeEnd(NOT_UNITED_KINGDOM, ANN)))
          .isEqualTo(Decision.accept(endProposed(NOT_UNITED_KINGDOM, ANN)));
    }

    @Test
    void lapses_when_another_has_it_or_a_force_is_determined() {
      var withBen = withAnn(endProposed(HELD, ANN), offered(2, BEN), accepted(2, BEN));
      assertThat(withBen.refusal(confirmEnd(SUE)).code()).isEqualTo("nothing-proposed");
      var forKent = withAnn(endProposed(NOT_UNITED_KINGDOM, ANN), determined(null, KENT));
      assertThat(forKent.refusal(confirmEnd(SUE)).code()).isEqualTo("nothing-proposed");
    }

    @Test
    void is_too_late_once_a_force_has_accepted() {
      assertThat(withAnn(forceAccepted(KENT)).refusal(proposeEnd(HELD, ANN)).code())
          .isEqualTo("force-has-accepted");
    }
  }

  @Nested
  class Confirming {
    @Test
    void takes_another_person() {
      var proposed = withAnn(endProposed(HELD, ANN));
      assertThat(proposed.refusal(confirmEnd(ANN)).code()).isEqualTo("second-person-needed");
      assertThat(proposed.decide(confirmEnd(SUE))).isEqualTo(Decision.accept(held(ANN, SUE)));
    }

    @Test
    void of_what_is_not_held_concludes_it() {
      assertThat(withAnn(endProposed(NOT_UNITED_KINGDOM, ANN)).decide(confirmEnd(SUE)))
          .isEqualTo(Decision.accept(concluded(NOT_UNITED_KINGDOM, ANN, SUE)));
    }

    @Test
    void again_by_the_same_person_changes_nothing_and_by_another_is_refused() {
      var ended =
          withAnn(endProposed(NOT_UNITED_KINGDOM, ANN), concluded(NOT_UNITED_KINGDOM, ANN, SUE));
      assertThat(ended.decide(confirmEnd(SUE))).isEqualTo(Decision.nothingToDo());
      assertThat(ended.refusal(confirmEnd(BEN)).code()).isEqualTo("assessment-concluded");
      var held = withAnn(endProposed(HELD, ANN), held(ANN, SUE));
      assertThat(held.decide(confirmEnd(SUE))).isEqualTo(Decision.nothingToDo());
      assertThat(held.refusal(confirmEnd(BEN)).code()).isEqualTo("nothing-proposed");
    }

    @Test
    void without_a_proposal_is_refused() {
      assertThat(withAnn().refusal(confirmEnd(SUE)).code()).isEqualTo("nothing-proposed");
    }
  }

  @Nested
  class Duplicates {
    @Test
    void repeat_a_referral_that_is_known_here() {
      var known = new Original(OTHER, true, false);
      assertThat(withAnn().decide(proposeDuplicate(known, ANN)))
          .isEqualTo(Decision.accept(duplicateProposed(OTHER, ANN)));
      assertThat(withAnn(duplicateProposed(OTHER, ANN)).decide(confirmDuplicate(known, SUE)))
          .isEqualTo(
              Decision.accept(
                  new AssessmentConcluded(REFERRAL, DUPLICATE, OTHER, null, null, ANN, SUE)));
    }

    @Test
    void repeat_neither_themselves_nor_what_is_unknown_nor_each_other() {
      assertThat(duplicateRefused(new Original(REFERRAL, true, false)))
          .isEqualTo("duplicate-of-itself");
      assertThat(duplicateRefused(new Original(OTHER, false, false)))
          .isEqualTo("duplicate-of-unknown");
      assertThat(duplicateRefused(new Original(OTHER, true, true)))
          .isEqualTo("duplicate-in-a-circle");
    }

    @Test
    void that_came_to_be_in_a_circle_are_not_confirmed() {
      var proposed = withAnn(duplicateProposed(OTHER, ANN));
      assertThat(proposed.refusal(confirmDuplicate(new Original(OTHER, true, true), SUE)).code())
          .isEqualTo("duplicate-in-a-circle");
    }

    @Test
    void are_confirmed_as_they_were_looked_at() {
      var proposed = withAnn(duplicateProposed(OTHER, ANN), endProposed(HELD, ANN));
      assertThat(proposed.refusal(confirmDuplicate(new Original(OTHER, true, false), SUE)).code())
          .isEqualTo("proposal-changed");
    }

    private String duplicateRefused(Original original) {
      Refusal refusal = withAnn().refusal(proposeDuplicate(original, ANN));
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNPROCESSABLE);
      return refusal.code();
    }
  }

  @Nested
  class Held {
    @Test
    void is_judged_no_further() {
      Stream.of(
              prioritise(HIGH),
              determine(null, KENT),
              grade(LOW, ANN),
              proposeEnd(HELD, ANN),
              requestCommsData(NOW.plusSeconds(1), NOW))
          .forEach(command -> assertThat(onHold().refusal(command).code()).isEqualTo("on-hold"));
    }

    @Test
    void changes_hands_and_can_be_concluded_all_the_same() {
      assertThat(onHold().decide(offer(BEN))).isEqualTo(Decision.accept(offered(2, BEN)));
      var withBen = onHold(offered(2, BEN), accepted(2, BEN));
      assertThat(withBen.decide(accept(BEN))).isEqualTo(Decision.nothingToDo());
      assertThat(withBen.refusal(prioritise(HIGH)).code()).isEqualTo("on-hold");
      assertThat(withBen.decide(proposeEnd(NOT_UNITED_KINGDOM, BEN)))
          .isEqualTo(Decision.accept(endProposed(NOT_UNITED_KINGDOM, BEN)));
      assertThat(onHold(endProposed(NOT_UNITED_KINGDOM, ANN)).decide(confirmEnd(SUE)))
          .isEqualTo(Decision.accept(concluded(NOT_UNITED_KINGDOM, ANN, SUE)));
    }

    @Test
    void is_reviewed_as_often_as_somebody_looks() {
      var review = new HoldReviewed(REFERRAL, BEN, null);
      assertThat(onHold().decide(reviewHold(BEN))).isEqualTo(Decision.accept(review));
      assertThat(onHold(review).decide(reviewHold(BEN))).isEqualTo(Decision.accept(review));
      assertThat(withAnn().refusal(reviewHold(BEN)).code()).isEqualTo("not-on-hold");
    }

    @Test
    void goes_on_once_its_hold_ended() {
      assertThat(onHold().decide(endHold(BEN))).isEqualTo(Decision.accept(holdEnded(BEN)));
      var goesOn = onHold(holdEnded(BEN));
      assertThat(goesOn.decide(prioritise(HIGH))).isInstanceOf(Decision.Accepted.class);
      assertThat(goesOn.refusal(endHold(BEN)).code()).isEqualTo("not-on-hold");
    }

    @Test
    void goes_on_by_itself_once_it_can_be_acted_on() {
      assertThat(onHold().decide(new ResumeActionable(REFERRAL)))
          .isEqualTo(Decision.accept(holdEnded(null)));
      assertThat(withAnn().decide(new ResumeActionable(REFERRAL)))
          .isEqualTo(Decision.nothingToDo());
    }

    @Test
    void is_a_forces_once_it_accepted() {
      var atKent = onHold(forceAccepted(KENT));
      assertThat(atKent.decide(grade(LOW, ANN, KENT))).isInstanceOf(Decision.Accepted.class);
    }
  }

  @Test
  void what_is_concluded_is_refused_whatever_is_asked() {
    var ended =
        withAnn(endProposed(NOT_UNITED_KINGDOM, ANN), concluded(NOT_UNITED_KINGDOM, ANN, SUE));
    Stream.of(
            prioritise(HIGH),
            determine(null, KENT),
            grade(LOW, ANN),
            offer(BEN),
            accept(ANN),
            proposeEnd(HELD, ANN),
            reviewHold(ANN),
            endHold(ANN),
            acknowledge(ANN, true))
        .forEach(
            command -> assertThat(ended.refusal(command).code()).isEqualTo("assessment-concluded"));
    assertThat(ended.refusal(prioritise(HIGH)).detail())
        .contains("NOT_UNITED_KINGDOM", "p-ann", "p-sue");
    assertThat(ended.decide(new TreatAsUrgent(REFERRAL))).isEqualTo(Decision.nothingToDo());
  }

  @Nested
  class CommsData {
    @Test
    void give_time_until_a_day_within_sixty() {
      var until = NOW.plus(Duration.ofDays(60));
      var requested = new CommsDataRequested(REFERRAL, until, ANN, null);
      assertThat(withAnn().decide(requestCommsData(until, NOW)))
          .isEqualTo(Decision.accept(requested));
      assertThat(withAnn(requested).decide(requestCommsData(until, NOW)))
          .isEqualTo(Decision.nothingToDo());
    }

    @Test
    void are_not_waited_for_longer_nor_asked_for_in_the_past() {
      for (Instant until : List.of(NOW, NOW.plus(Duration.ofDays(60)).plusNanos(1_000)))
        assertThat(withAnn().refusal(requestCommsData(until, NOW)).code())
            .isEqualTo("until-out-of-range");
    }
  }

  @Nested
  class Urgency {
    @Test
    void is_acknowledged_once_by_each() {
      var byAnn = new UrgencyAcknowledged(REFERRAL, OrganisationCode.NCA, ANN);
      assertThat(withAnn().decide(acknowledge(ANN, true))).isEqualTo(Decision.accept(byAnn));
      assertThat(withAnn(byAnn).decide(acknowledge(ANN, true))).isEqualTo(Decision.nothingToDo());
      assertThat(withAnn(byAnn).decide(acknowledge(BEN, true)))
          .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void that_is_not_there_is_not_acknowledged() {
      assertThat(withAnn().refusal(acknowledge(ANN, false)).code()).isEqualTo("not-urgent");
    }
  }

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static Told withAnn(RiskEvent... more) {
    var events = new ArrayList<RiskEvent>(List.of(opened(), offered(1, ANN), accepted(1, ANN)));
    events.addAll(List.of(more));
    return Told.after(events.toArray(RiskEvent[]::new));
  }

  private static Told onHold(RiskEvent... more) {
    var events = new ArrayList<RiskEvent>(List.of(endProposed(HELD, ANN), held(ANN, SUE)));
    events.addAll(List.of(more));
    return withAnn(events.toArray(RiskEvent[]::new));
  }
}
