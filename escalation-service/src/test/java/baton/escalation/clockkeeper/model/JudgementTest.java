package baton.escalation.clockkeeper.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.EventId;
import baton.contract.Grade;
import baton.contract.OrganisationCode;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.custody.Finding;
import baton.escalation.escalations.model.EscalationCommand;
import baton.escalation.escalations.model.EscalationCommand.ConfirmEscalation;
import baton.escalation.escalations.model.EscalationCommand.RaiseEscalation;
import baton.escalation.escalations.model.EscalationCommand.ResolveEscalation;
import baton.escalation.escalations.model.EscalationCommand.WithdrawEscalation;
import baton.escalation.escalations.model.EscalationIds;
import baton.escalation.escalations.model.Standing;
import baton.escalation.escalations.model.Standing.State;
import baton.escalation.fixtures.Story;
import baton.horizon.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Instant RECEIVED = Instant.parse("2026-01-01T08:00:00Z");
  private static final Instant ASSESSOR_DUE = RECEIVED.plus(Duration.ofHours(4));
  private static final Instant TRIAGE_DUE = RECEIVED.plus(Duration.ofHours(24));
  private static final Instant NOON = RECEIVED.plus(Duration.ofHours(4));
  private static final Duration MOMENT = Duration.ofNanos(1_000);

  private final Story story = new Story().receivedAndOpened(RECEIVED);

  @Test
  void before_its_limit_nothing_is_said_and_the_next_limit_is_known() {
    var judgement = judge(known(NOON));

    assertThat(judgement.commands()).isEmpty();
    assertThat(judgement.nextDue()).isEqualTo(ASSESSOR_DUE);
    assertThat(judgement.nextCertain()).isNull();
  }

  @Test
  void the_limit_itself_is_still_in_time() {
    assertThat(judge(known(ASSESSOR_DUE)).commands()).isEmpty();
  }

  @Test
  void past_its_limit_it_is_raised() {
    var judgement = judge(known(ASSESSOR_DUE.plus(MOMENT)));

    assertThat(judgement.commands())
        .containsExactly(
            raise(handOff(), ASSESSOR_DUE, true), raise(withoutPerson(), ASSESSOR_DUE, true));
    assertThat(judgement.nextDue()).isEqualTo(TRIAGE_DUE);
  }

  @Test
  void however_late_it_is_what_is_not_known_yet_is_not_judged() {
    var behind = new Horizon(ASSESSOR_DUE, ASSESSOR_DUE);

    assertThat(judgeAt(ASSESSOR_DUE.plus(Duration.ofDays(14)), behind).commands()).isEmpty();
  }

  @Test
  void what_was_raised_is_not_raised_again() {
    var judgement =
        judge(
            known(ASSESSOR_DUE.plus(MOMENT)),
            standing(handOff(), true, State.OPEN),
            standing(withoutPerson(), true, State.OPEN));

    assertThat(judgement.commands()).isEmpty();
    assertThat(judgement.nextDue()).isEqualTo(TRIAGE_DUE);
  }

  @Test
  void what_was_met_in_time_is_no_alarm_however_late_it_is_judged() {
    story.offeredToAssessor(RECEIVED.plusSeconds(60)).assessorAccepted(ASSESSOR_DUE);

    assertThat(judge(known(ASSESSOR_DUE.plus(Duration.ofHours(1)))).commands()).isEmpty();
  }

  @Test
  void what_was_met_late_before_it_was_judged_is_raised_and_resolved_at_once() {
    story.assessorAccepted(ASSESSOR_DUE.plusSeconds(1));

    assertThat(judge(known(ASSESSOR_DUE.plusSeconds(2))).commands())
        .containsExactly(raise(handOff(), ASSESSOR_DUE, true), resolve(handOff()));
  }

  @Test
  void what_is_already_over_does_not_alarm_while_a_writer_is_silent() {
    story.assessorAccepted(ASSESSOR_DUE.plusSeconds(1));
    var judgement = judge(new Horizon(RECEIVED, ASSESSOR_DUE.plusSeconds(2)));

    assertThat(judgement.commands()).isEmpty();
    assertThat(judgement.nextCertain()).isEqualTo(ASSESSOR_DUE);
  }

  @Test
  void the_event_that_removes_the_cause_resolves_it() {
    story.assessorAccepted(ASSESSOR_DUE.plusSeconds(60));

    assertThat(
            judge(
                    known(ASSESSOR_DUE.plusSeconds(1)),
                    standing(handOff(), true, State.OPEN),
                    standing(withoutPerson(), true, State.OPEN))
                .commands())
        .containsExactlyInAnyOrder(resolve(handOff()), resolve(withoutPerson()));
  }

  @Test
  void behind_a_silent_writer_it_is_raised_all_the_same_but_not_as_certain() {
    var judgement = judge(new Horizon(RECEIVED, ASSESSOR_DUE.plus(MOMENT)));

    assertThat(judgement.commands())
        .containsExactly(
            raise(handOff(), ASSESSOR_DUE, false), raise(withoutPerson(), ASSESSOR_DUE, false));
    assertThat(judgement.nextCertain()).isEqualTo(ASSESSOR_DUE);
  }

  @Test
  void when_the_silent_writer_is_back_and_said_nothing_it_is_confirmed() {
    var judgement =
        judge(
            known(ASSESSOR_DUE.plus(MOMENT)),
            standing(handOff(), false, State.OPEN),
            standing(withoutPerson(), false, State.OPEN));

    assertThat(judgement.commands())
        .containsExactlyInAnyOrder(
            new ConfirmEscalation(EscalationIds.of(handOff())),
            new ConfirmEscalation(EscalationIds.of(withoutPerson())));
    assertThat(judgement.nextCertain()).isNull();
  }

  @Test
  void when_the_silent_writer_had_met_it_in_time_it_is_withdrawn() {
    story.assessorAccepted(ASSESSOR_DUE.minusSeconds(1));

    assertThat(
            judge(known(ASSESSOR_DUE.plusSeconds(60)), standing(handOff(), false, State.OPEN))
                .commands())
        .containsExactly(new WithdrawEscalation(EscalationIds.of(handOff()), story.last().id()));
  }

  @Test
  void when_the_silent_writer_is_back_but_not_up_to_the_limit_nothing_is_withdrawn() {
    var backButBehind = new Horizon(RECEIVED, RECEIVED);

    assertThat(
            judgeAt(
                    ASSESSOR_DUE.plusSeconds(60),
                    backButBehind,
                    standing(handOff(), false, State.OPEN))
                .commands())
        .isEmpty();
  }

  @Test
  void what_was_withdrawn_is_judged_anew_by_a_later_limit() {
    // A high priority allows the assessor no more time: only the state of the escalation matters.
    assertThat(
            judge(known(ASSESSOR_DUE.plus(MOMENT)), standing(handOff(), false, State.WITHDRAWN))
                .commands())
        .contains(raise(handOff(), ASSESSOR_DUE, true));
  }

  @Test
  void a_parked_event_is_found_at_once_and_resolved_by_its_release() {
    var poison = story.last().id();
    story.parked(Story.RISK, poison, RECEIVED.plusSeconds(1));
    var parked = new Finding.Cause(story.referral(), FindingKind.PARKED, null, story.last().id());

    assertThat(judgeAt(NOON, Horizon.NOTHING).commands())
        .containsExactly(raise(parked, RECEIVED.plusSeconds(1), true));

    story.released(Story.RISK, poison, RECEIVED.plusSeconds(9));
    assertThat(judgeAt(NOON, Horizon.NOTHING, standing(parked, true, State.OPEN)).commands())
        .containsExactly(resolve(parked));
  }

  @Test
  void a_reaction_that_never_came_is_a_lost_hand_off() {
    var unnoticed = new Story().received(RECEIVED);
    var custody = unnoticed.custody();
    var after = known(RECEIVED.plus(Duration.ofMinutes(16)));

    assertThat(Judgement.of(custody, after, NOON, List.of()).commands())
        .extracting(command -> ((RaiseEscalation) command).cause().clock())
        .containsExactlyInAnyOrder(ClockName.ASSESSMENT_OPENED, ClockName.CASE_OPENED);
  }

  @Test
  void the_escalation_names_who_has_it() {
    story.assessorAccepted(RECEIVED.plusSeconds(60));

    assertThat(judge(known(TRIAGE_DUE.plus(MOMENT))).commands())
        .first()
        .extracting(command -> ((RaiseEscalation) command).person())
        .isEqualTo(Story.ASSESSOR);
  }

  @Test
  void a_priority_set_after_the_limit_resolves_the_triage_clock() {
    story.assessorAccepted(RECEIVED.plusSeconds(60)).triaged(Grade.LOW, TRIAGE_DUE.plusSeconds(5));
    var triage = cause(FindingKind.CLOCK_EXPIRED, ClockName.TRIAGE);

    assertThat(
            judge(known(TRIAGE_DUE.plusSeconds(1)), standing(triage, true, State.OPEN)).commands())
        .containsExactly(resolve(triage));
  }

  private Judgement judge(Horizon horizon, Standing... raised) {
    return judgeAt(horizon.presumed().plusSeconds(3_600), horizon, raised);
  }

  private Judgement judgeAt(Instant now, Horizon horizon, Standing... raised) {
    return Judgement.of(story.custody(), horizon, now, List.of(raised));
  }

  private static Horizon known(Instant to) {
    return new Horizon(to, to);
  }

  private Finding.Cause handOff() {
    return cause(FindingKind.HAND_OFF_OVERDUE, ClockName.ASSESSOR_NAMED);
  }

  private Finding.Cause withoutPerson() {
    return cause(FindingKind.WITHOUT_PERSON, ClockName.ASSESSOR_NAMED);
  }

  private Finding.Cause cause(FindingKind kind, ClockName clock) {
    EventId received = story.events().getFirst().id();
    return new Finding.Cause(story.referral(), kind, clock, received);
  }

  private Standing standing(Finding.Cause cause, boolean confirmed, State state) {
    return new Standing(cause, ASSESSOR_DUE, confirmed, state);
  }

  private EscalationCommand raise(Finding.Cause cause, Instant due, boolean confirmed) {
    var custodian = story.custody().custodian();
    return new RaiseEscalation(
        cause, due, OrganisationCode.NCA, custodian == null ? null : custodian.person(), confirmed);
  }

  private EscalationCommand resolve(Finding.Cause cause) {
    var last = story.last();
    return new ResolveEscalation(
        EscalationIds.of(cause),
        last.id(),
        baton.contract.EventTypes.nameOf(last.event().getClass()));
  }
}
