package baton.escalation.escalations;

import static baton.decision.Decision.nothingToDo;

import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.EscalationAcknowledged;
import baton.contract.escalation.EscalationRaised;
import baton.contract.escalation.EscalationResolved;
import baton.contract.escalation.FindingKind;
import baton.custody.Finding;
import baton.decision.Command;
import baton.escalation.escalations.model.EscalationCommand.AcknowledgeEscalation;
import baton.escalation.escalations.model.EscalationCommand.RaiseEscalation;
import baton.escalation.escalations.model.EscalationCommand.ResolveEscalation;
import baton.escalation.escalations.model.EscalationIds;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class EscalationAggregateTest {
  private static final Instant DUE = Instant.parse("2026-01-01T12:00:00Z");
  private static final EventId STARTED = EventId.of("0199c0de-0000-7000-8000-0000000000e1");
  private static final EventId MET = EventId.of("0199c0de-0000-7000-8000-0000000000e2");
  private static final PersonId SERGEANT = new PersonId("p-2001");
  private static final Finding.Cause CAUSE =
      new Finding.Cause(
          ReferralId.of("0199c0de-0000-7000-8000-000000000001"),
          FindingKind.CLOCK_EXPIRED,
          ClockName.TRIAGE,
          STARTED);
  private static final EscalationId ID = EscalationIds.of(CAUSE);

  private final FixtureConfiguration<EscalationAggregate> fixture =
      new AggregateTestFixture<>(EscalationAggregate.class)
          .registerCommandTargetResolver(
              message ->
                  new VersionedAggregateIdentifier(
                      ((Command) message.getPayload()).stream(), null));

  @Test
  void what_is_found_is_raised() {
    fixture.givenNoPriorActivity().when(raise()).expectEvents(raised());
  }

  @Test
  void what_is_found_again_is_not_raised_again() {
    fixture
        .given(raised())
        .when(raise())
        .expectNoEvents()
        .expectResultMessagePayload(nothingToDo());
  }

  @Test
  void the_event_that_removes_the_cause_resolves_it() {
    fixture
        .given(raised())
        .when(new ResolveEscalation(ID, MET, "baton.triage-priority-set.v1"))
        .expectEvents(
            new EscalationResolved(CAUSE.referral(), ID, MET, "baton.triage-priority-set.v1"));
  }

  @Test
  void a_supervisor_acknowledges_it() {
    fixture
        .given(raised())
        .when(new AcknowledgeEscalation(ID, SERGEANT))
        .expectEvents(new EscalationAcknowledged(CAUSE.referral(), ID, SERGEANT));
  }

  @Test
  void what_was_never_raised_cannot_be_acknowledged() {
    fixture
        .givenNoPriorActivity()
        .when(new AcknowledgeEscalation(ID, SERGEANT))
        .expectException(AggregateNotFoundException.class);
  }

  private static RaiseEscalation raise() {
    return new RaiseEscalation(CAUSE, DUE, OrganisationCode.NCA, null, true);
  }

  private static EscalationRaised raised() {
    return new EscalationRaised(
        CAUSE.referral(),
        ID,
        CAUSE.kind(),
        CAUSE.clock(),
        STARTED,
        DUE,
        OrganisationCode.NCA,
        null,
        true);
  }
}
