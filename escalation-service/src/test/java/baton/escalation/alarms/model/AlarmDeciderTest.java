package baton.escalation.alarms.model;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.AlarmId;
import baton.contract.BatonEvent;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.escalation.AlarmClimbed;
import baton.contract.escalation.AlarmEvent;
import baton.contract.escalation.AlarmRaised;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import baton.decision.Decision;
import baton.escalation.alarms.model.AlarmCommand.AcknowledgeAlarm;
import baton.escalation.alarms.model.AlarmCommand.ClimbAlarm;
import baton.escalation.alarms.model.AlarmCommand.ExpireAlarmAcknowledgement;
import baton.escalation.alarms.model.AlarmCommand.RaiseAlarm;
import baton.escalation.alarms.model.AlarmCommand.ResolveAlarm;
import baton.escalation.ladder.model.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmDeciderTest {
  private static final OrganisationCode FORCE = new OrganisationCode("46");
  private static final TeamId TEAM = new TeamId("online");
  private static final Instant SINCE = Instant.parse("2026-01-01T12:00:00Z");
  private static final AlarmCause CAUSE =
      new AlarmCause(
          FindingKind.HAND_OFF_OVERDUE, ClockName.NAMED_OFFICER_ACCEPTS, FORCE, TEAM, null);
  private static final AlarmId ID = AlarmIds.of(CAUSE, SINCE);
  private static final PersonId SERGEANT = new PersonId("p-2001");
  private static final RaiseAlarm RAISE = new RaiseAlarm(CAUSE, 21, SINCE);
  private static final ClimbAlarm CLIMB =
      new ClimbAlarm(ID, Rung.CUSTODIAN, Rung.SERGEANT, new Told(FORCE, SERGEANT, null));
  private static final AcknowledgeAlarm ACKNOWLEDGE = new AcknowledgeAlarm(ID, SERGEANT);
  private static final ResolveAlarm RESOLVE = new ResolveAlarm(ID, null);

  @Test
  void the_same_cause_at_the_same_time_has_the_same_id_for_ever() {
    assertThat(ID).hasToString("41f80b94-33d7-5ea1-a5c6-66e06eda3d08");
    assertThat(AlarmIds.of(CAUSE, SINCE.plusSeconds(1))).isNotEqualTo(ID);
  }

  @Test
  void it_is_raised_once_and_not_again_when_its_cause_is_gone() {
    assertThat(decide(RAISE, after()))
        .containsExactly(
            new AlarmRaised(
                ID,
                FindingKind.HAND_OFF_OVERDUE,
                ClockName.NAMED_OFFICER_ACCEPTS,
                FORCE,
                TEAM,
                null,
                21,
                SINCE));
    assertThat(decide(RAISE, after(RAISE))).isEmpty();
    assertThat(decide(RAISE, after(RAISE, RESOLVE))).isEmpty();
  }

  @Test
  void it_climbs_once_from_each_rung_unless_somebody_says_that_he_will_act() {
    assertThat(decide(CLIMB, after(RAISE)))
        .containsExactly(new AlarmClimbed(ID, Rung.SERGEANT, FORCE, SERGEANT, null));
    assertThat(decide(CLIMB, after(RAISE, CLIMB))).isEmpty();
    assertThat(decide(CLIMB, after(RAISE, ACKNOWLEDGE))).isEmpty();
    assertThat(
            decide(CLIMB, after(RAISE, ACKNOWLEDGE, new ExpireAlarmAcknowledgement(ID, SERGEANT))))
        .hasSize(1);
  }

  @Test
  void what_is_closed_or_unknown_cannot_be_acknowledged() {
    assertThat(refusal(ACKNOWLEDGE, after(RAISE, RESOLVE))).isEqualTo("alarm-closed");
    assertThat(refusal(ACKNOWLEDGE, after())).isEqualTo("alarm-not-found");
  }

  @Test
  void twenty_are_many_and_twenty_one_are_one_alarm() {
    assertThat(AlarmRule.oneForMany(20)).isFalse();
    assertThat(AlarmRule.oneForMany(21)).isTrue();
  }

  @Test
  void its_sentence_says_how_many_whose_since_when_and_what_resolves_it() {
    assertThat(AlarmSentence.of(CAUSE, 2345, SINCE))
        .isEqualTo(
            "2,345 referrals of team online of Kent (46) have been accepted by no named officer, the"
                + " oldest since 1 Jan 2026 12:00; it is resolved when at most 10 of them are"
                + " left.");
    var inactive = new AlarmCause(FindingKind.CUSTODIAN_INACTIVE, null, FORCE, TEAM, SERGEANT);
    assertThat(AlarmSentence.of(inactive, 1, SINCE))
        .startsWith("p-2001 of Kent (46) has 1 referral, has done nothing since 1 Jan 2026 12:00");
  }

  private static Alarm after(AlarmCommand... commands) {
    Alarm state = new Alarm.Unraised();
    for (AlarmCommand command : commands)
      for (BatonEvent event : decide(command, state))
        state = Alarm.evolve(state, (AlarmEvent) event);
    return state;
  }

  private static List<BatonEvent> decide(AlarmCommand command, Alarm state) {
    return switch (AlarmDecider.decide(command, state)) {
      case Decision.Accepted accepted -> List.copyOf(accepted.events());
      case Decision.NothingToDo _ -> List.of();
      case Decision.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static String refusal(AlarmCommand command, Alarm state) {
    return AlarmDecider.decide(command, state) instanceof Decision.Refused refused
        ? refused.refusal().code()
        : "not refused";
  }
}
