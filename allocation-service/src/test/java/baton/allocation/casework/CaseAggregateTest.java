package baton.allocation.casework;

import static baton.allocation.casework.model.CaseFixture.KENT;
import static baton.allocation.casework.model.CaseFixture.OLA;
import static baton.allocation.casework.model.CaseFixture.OMAR;
import static baton.allocation.casework.model.CaseFixture.SUE;
import static baton.allocation.casework.model.CaseFixture.acceptAllocation;
import static baton.allocation.casework.model.CaseFixture.acceptDissemination;
import static baton.allocation.casework.model.CaseFixture.act;
import static baton.allocation.casework.model.CaseFixture.acted;
import static baton.allocation.casework.model.CaseFixture.allocated;
import static baton.allocation.casework.model.CaseFixture.allocationAccepted;
import static baton.allocation.casework.model.CaseFixture.concluded;
import static baton.allocation.casework.model.CaseFixture.confirm;
import static baton.allocation.casework.model.CaseFixture.disseminate;
import static baton.allocation.casework.model.CaseFixture.disseminated;
import static baton.allocation.casework.model.CaseFixture.disseminationAccepted;
import static baton.allocation.casework.model.CaseFixture.open;
import static baton.allocation.casework.model.CaseFixture.opened;
import static baton.allocation.casework.model.CaseFixture.proposed;
import static baton.allocation.casework.model.CaseFixture.withKent;
import static baton.allocation.casework.model.CaseFixture.withOla;
import static baton.decision.Decision.nothingToDo;

import baton.contract.allocation.Outcome;
import baton.decision.Command;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What was decided is what Axon records; the rules are tested without it. */
class CaseAggregateTest {
  private final FixtureConfiguration<CaseAggregate> fixture =
      new AggregateTestFixture<>(CaseAggregate.class)
          .registerCommandTargetResolver(
              message ->
                  new VersionedAggregateIdentifier(
                      ((Command) message.getPayload()).stream(), null));

  @Test
  void a_receipt_opens_it() {
    fixture.givenNoPriorActivity().when(open()).expectEvents(opened());
  }

  @Test
  void a_dissemination_is_offered_and_accepted() {
    fixture.given(opened()).when(disseminate(KENT)).expectEvents(disseminated(1, KENT));
    fixture
        .given(opened(), disseminated(1, KENT))
        .when(acceptDissemination(1))
        .expectEvents(disseminationAccepted(1));
  }

  @Test
  void an_officer_accepts_and_acts() {
    fixture
        .given((Object[]) withKent())
        .andGiven(allocated(1, OLA))
        .when(acceptAllocation(1, OLA))
        .expectEvents(allocationAccepted(1, OLA));
    fixture.given((Object[]) withOla()).when(act(OLA)).expectEvents(acted(OLA));
  }

  @Test
  void a_second_person_closes_it() {
    fixture
        .given((Object[]) withOla())
        .andGiven(proposed(Outcome.ARRESTED, OLA))
        .when(confirm(SUE))
        .expectEvents(concluded(OLA, SUE));
  }

  @Test
  void a_repeat_and_a_refusal_record_nothing() {
    fixture
        .given((Object[]) withOla())
        .when(acceptAllocation(1, OLA))
        .expectNoEvents()
        .expectResultMessagePayload(nothingToDo());
    fixture.given((Object[]) withOla()).when(act(OMAR)).expectNoEvents();
  }

  @Test
  void nothing_is_done_before_the_receipt_is_read() {
    fixture
        .givenNoPriorActivity()
        .when(disseminate(KENT))
        .expectException(AggregateNotFoundException.class);
  }
}
