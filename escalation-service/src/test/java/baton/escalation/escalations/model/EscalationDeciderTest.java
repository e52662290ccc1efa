package baton.escalation.escalations.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.BatonEvent;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.escalation.AcknowledgementExpired;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.EscalationAcknowledged;
import baton.contract.escalation.EscalationClimbed;
import baton.contract.escalation.EscalationConfirmed;
import baton.contract.escalation.EscalationEvent;
import baton.contract.escalation.EscalationResolved;
import baton.contract.escalation.EscalationWithdrawn;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import baton.custody.Finding;
import baton.decision.Decision;
import baton.escalation.escalations.model.EscalationCommand.AcknowledgeEscalation;
import baton.escalation.escalations.model.EscalationCommand.ClimbEscalation;
import baton.escalation.escalations.model.EscalationCommand.ConfirmEscalation;
import baton.escalation.escalations.model.EscalationCommand.ExpireAcknowledgement;
import baton.escalation.escalations.model.EscalationCommand.RaiseEscalation;
import baton.escalation.escalations.model.EscalationCommand.ResolveEscalation;
import baton.escalation.escalations.model.EscalationCommand.WithdrawEscalation;
import baton.escalation.ladder.model.Footing;
import baton.escalation.ladder.model.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscalationDeciderTest {
  private static final ReferralId REFERRAL = ReferralId.of("0199c0de-0000-7000-8000-000000000001");
  private static final EventId STARTED = EventId.of("0199c0de-0000-7000-8000-0000000000e1");
  private static final EventId MET = EventId.of("0199c0de-0000-7000-8000-0000000000e2");
  private static final Finding.Cause CAUSE = cause(FindingKind.CLOCK_EXPIRED, ClockName.TRIAGE);
  private static final EscalationId ID = EscalationIds.of(CAUSE);
  private static final PersonId SERGEANT = new PersonId("p-2001");
  private static final PersonId OTHER = new PersonId("p-2002");
  private static final Told TOLD = new Told(new OrganisationCode("46"), SERGEANT, null);

  @Test
  void the_same_cause_has_the_same_id_for_ever() {
    assertThat(ID).hasToString("c251dafa-4dcd-51f5-84cf-5c373bd044f1");
  }

  @Test
  void another_kind_or_clock_is_another_cause() {
    assertThat(EscalationIds.of(cause(FindingKind.LOST_HAND_OFF, ClockName.TRIAGE)))
        .isNotEqualTo(ID);
    assertThat(EscalationIds.of(cause(FindingKind.CLOCK_EXPIRED, ClockName.GRADE)))
        .isNotEqualTo(ID);
    assertThat(EscalationIds.of(cause(FindingKind.CLOCK_EXPIRED, null))).isNotEqualTo(ID);
  }

  @Test
  void a_cause_is_raised_once() {
    var raised = after(raise(true));

    assertThat(raised).isEqualTo(new Escalation.Open(REFERRAL, true, Footing.RAISED));
    assertThat(decide(raise(true), raised)).isEmpty();
  }

  @Test
  void a_cause_that_is_gone_is_not_raised_again() {
    assertThat(decide(raise(true), after(raise(true), resolve()))).isEmpty();
  }

  @Test
  void one_that_was_withdrawn_can_still_get_a_cause() {
    assertThat(decide(raise(true), after(raise(false), withdraw()))).hasSize(1);
  }

  @Test
  void an_unconfirmed_one_is_confirmed_once() {
    var unconfirmed = after(raise(false));

    assertThat(decide(confirm(), unconfirmed))
        .containsExactly(new EscalationConfirmed(REFERRAL, ID));
    assertThat(decide(confirm(), after(raise(false), confirm()))).isEmpty();
  }

  @Test
  void an_unconfirmed_one_that_was_met_in_time_is_withdrawn() {
    assertThat(decide(withdraw(), after(raise(false))))
        .containsExactly(new EscalationWithdrawn(REFERRAL, ID, MET));
  }

  @Test
  void a_confirmed_one_is_never_withdrawn() {
    assertThat(decide(withdraw(), after(raise(true)))).isEmpty();
  }

  @Test
  void the_event_that_removes_the_cause_resolves_it_once() {
    assertThat(decide(resolve(), after(raise(true))))
        .containsExactly(new EscalationResolved(REFERRAL, ID, MET, "baton.triage-priority-set.v1"));
    assertThat(decide(resolve(), after(raise(true), resolve()))).isEmpty();
  }

  @Test
  void acknowledging_resolves_nothing_and_counts_once_a_person() {
    var acknowledged = after(raise(true), acknowledge());

    assertThat(acknowledged)
        .isEqualTo(new Escalation.Open(REFERRAL, true, Footing.RAISED.acknowledged(SERGEANT)));
    assertThat(decide(acknowledge(), acknowledged)).isEmpty();
    assertThat(decide(acknowledge(), after(raise(true))))
        .containsExactly(new EscalationAcknowledged(REFERRAL, ID, SERGEANT));
  }

  @Test
  void it_climbs_once_from_each_rung() {
    var climbed = after(raise(true), climb());

    assertThat(decide(climb(), after(raise(true))))
        .containsExactly(
            new EscalationClimbed(
                REFERRAL, ID, Rung.SERGEANT, TOLD.organisation(), TOLD.person(), TOLD.post()));
    assertThat(decide(climb(), climbed)).isEmpty();
  }

  @Test
  void nothing_climbs_that_is_unconfirmed_acknowledged_or_closed() {
    assertThat(decide(climb(), after(raise(false)))).isEmpty();
    assertThat(decide(climb(), after(raise(true), acknowledge()))).isEmpty();
    assertThat(decide(climb(), after(raise(true), resolve()))).isEmpty();
    assertThat(decide(climb(), after(raise(false), confirm()))).hasSize(1);
  }

  @Test
  void whose_word_expired_can_give_it_again_and_until_then_it_climbs() {
    var expired = after(raise(true), acknowledge(), expire());

    assertThat(decide(expire(), after(raise(true), acknowledge())))
        .containsExactly(new AcknowledgementExpired(REFERRAL, ID, SERGEANT));
    assertThat(decide(expire(), expired)).isEmpty();
    assertThat(decide(climb(), expired)).hasSize(1);
    assertThat(decide(acknowledge(), expired)).hasSize(1);
  }

  @Test
  void the_word_of_who_acknowledged_later_keeps_the_earlier_one_from_expiring() {
    var both = after(raise(true), acknowledge(), new AcknowledgeEscalation(ID, OTHER));

    assertThat(decide(expire(), both)).isEmpty();
    assertThat(decide(new ExpireAcknowledgement(ID, OTHER), both)).hasSize(1);
  }

  @Test
  void what_is_closed_or_unknown_cannot_be_acknowledged() {
    assertThat(refusal(acknowledge(), after(raise(true), resolve())))
        .isEqualTo("escalation-closed");
    assertThat(refusal(acknowledge(), new Escalation.Unraised())).isEqualTo("escalation-not-found");
  }

  private static Finding.Cause cause(FindingKind kind, ClockName clock) {
    return new Finding.Cause(REFERRAL, kind, clock, STARTED);
  }

  private static RaiseEscalation raise(boolean confirmed) {
    return new RaiseEscalation(
        CAUSE,
        Instant.parse("2026-01-02T00:00:00Z"),
        new OrganisationCode("46"),
        new PersonId("p-1001"),
        confirmed);
  }

  private static ConfirmEscalation confirm() {
    return new ConfirmEscalation(ID);
  }

  private static WithdrawEscalation withdraw() {
    return new WithdrawEscalation(ID, MET);
  }

  private static ResolveEscalation resolve() {
    return new ResolveEscalation(ID, MET, "baton.triage-priority-set.v1");
  }

  private static AcknowledgeEscalation acknowledge() {
    return new AcknowledgeEscalation(ID, SERGEANT);
  }

  private static ClimbEscalation climb() {
    return new ClimbEscalation(ID, Rung.CUSTODIAN, Rung.SERGEANT, TOLD);
  }

  private static ExpireAcknowledgement expire() {
    return new ExpireAcknowledgement(ID, SERGEANT);
  }

  private static Escalation after(EscalationCommand... commands) {
    Escalation state = new Escalation.Unraised();
    for (EscalationCommand command : commands)
      for (BatonEvent event : decide(command, state))
        state = Escalation.evolve(state, (EscalationEvent) event);
    return state;
  }

  private static List<BatonEvent> decide(EscalationCommand command, Escalation state) {
    return switch (EscalationDecider.decide(command, state)) {
      case Decision.Accepted accepted -> List.copyOf(accepted.events());
      case Decision.NothingToDo _ -> List.of();
      case Decision.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static String refusal(EscalationCommand command, Escalation state) {
    return EscalationDecider.decide(command, state) instanceof Decision.Refused refused
        ? refused.refusal().code()
        : "not refused";
  }
}
