package baton.risk.assessment;

import static baton.decision.Decision.nothingToDo;
import static baton.risk.assessment.model.AssessmentFixture.ANN;
import static baton.risk.assessment.model.AssessmentFixture.BEN;
import static baton.risk.assessment.model.AssessmentFixture.accept;
import static baton.risk.assessment.model.AssessmentFixture.accepted;
import static baton.risk.assessment.model.AssessmentFixture.grade;
import static baton.risk.assessment.model.AssessmentFixture.graded;
import static baton.risk.assessment.model.AssessmentFixture.offer;
import static baton.risk.assessment.model.AssessmentFixture.offered;
import static baton.risk.assessment.model.AssessmentFixture.open;
import static baton.risk.assessment.model.AssessmentFixture.opened;
import static baton.risk.assessment.model.AssessmentFixture.prioritised;

import baton.contract.Grade;
import baton.decision.Command;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What was decided is what Axon records; the rules are tested without it. */
class AssessmentAggregateTest {
  private final FixtureConfiguration<AssessmentAggregate> fixture =
      new AggregateTestFixture<>(AssessmentAggregate.class)
          .registerCommandTargetResolver(
              message ->
                  new VersionedAggregateIdentifier(
                      ((Command) message.getPayload()).stream(), null));

  @Test
  void a_receipt_opens_it_and_urgency_sets_its_priority() {
    fixture
        .givenNoPriorActivity()
        .when(open(true))
        .expectEvents(opened(), prioritised(null, Grade.VERY_HIGH));
  }

  @Test
  void a_second_receipt_opens_nothing() {
    fixture
        .given(opened())
        .when(open(true))
        .expectNoEvents()
        .expectResultMessagePayload(nothingToDo());
  }

  @Test
  void an_offer_is_accepted_by_the_person_offered() {
    fixture.given(opened(), offered(1, ANN)).when(accept(ANN)).expectEvents(accepted(1, ANN));
  }

  @Test
  void a_refusal_records_nothing() {
    fixture.given(opened(), offered(1, ANN)).when(accept(BEN)).expectNoEvents();
  }

  @Test
  void a_grade_carries_the_one_before() {
    fixture
        .given(opened(), graded(null, Grade.LOW, ANN))
        .when(grade(Grade.HIGH, ANN))
        .expectEvents(graded(Grade.LOW, Grade.HIGH, ANN));
  }

  @Test
  void nothing_is_offered_before_the_receipt_is_read() {
    fixture
        .givenNoPriorActivity()
        .when(offer(ANN))
        .expectException(AggregateNotFoundException.class);
  }
}
