package baton.escalation.alarms.model;

import static baton.decision.Decision.accept;
import static baton.decision.Decision.nothingToDo;
import static baton.decision.Decision.refuse;

import baton.contract.escalation.AlarmAcknowledged;
import baton.contract.escalation.AlarmAcknowledgementExpired;
import baton.contract.escalation.AlarmClimbed;
import baton.contract.escalation.AlarmRaised;
import baton.contract.escalation.AlarmResolved;
import baton.decision.Decision;
import baton.decision.Refusal;
import baton.escalation.alarms.model.Alarm.Open;
import baton.escalation.alarms.model.Alarm.Resolved;
import baton.escalation.alarms.model.Alarm.Unraised;
import baton.escalation.alarms.model.AlarmCommand.AcknowledgeAlarm;
import baton.escalation.alarms.model.AlarmCommand.ClimbAlarm;
import baton.escalation.alarms.model.AlarmCommand.ExpireAlarmAcknowledgement;
import baton.escalation.alarms.model.AlarmCommand.RaiseAlarm;
import baton.escalation.alarms.model.AlarmCommand.ResolveAlarm;

/** What happens to an alarm. What was already said changes nothing. */
public final class AlarmDecider {
  private AlarmDecider() {}

  public static Decision decide(AlarmCommand command, Alarm state) {
    return switch (command) {
      case RaiseAlarm c -> state instanceof Unraised ? accept(raised(c)) : nothingToDo();
      case ClimbAlarm c ->
          state instanceof Open open && open.footing().mayClimbFrom(c.from())
              ? accept(climbed(c))
              : nothingToDo();
      case AcknowledgeAlarm c -> acknowledge(c, state);
      case ExpireAlarmAcknowledgement c ->
          state instanceof Open open && c.by().equals(open.footing().inForce())
              ? accept(new AlarmAcknowledgementExpired(c.alarm(), c.by()))
              : nothingToDo();
      case ResolveAlarm c ->
          state instanceof Open
              ? accept(new AlarmResolved(c.alarm(), c.resolvedBy()))
              : nothingToDo();
    };
  }

  private static Decision acknowledge(AcknowledgeAlarm command, Alarm state) {
    return switch (state) {
      case Unraised _ ->
          refuse(
              Refusal.notFound(
                  "alarm-not-found",
                  "There is no alarm " + command.alarm() + "; GET /alarms lists them."));
      case Open open when open.footing().acknowledgedBy().contains(command.by()) -> nothingToDo();
      case Open _ -> accept(new AlarmAcknowledged(command.alarm(), command.by()));
      case Resolved _ ->
          refuse(
              Refusal.conflict(
                  "alarm-closed",
                  "Alarm "
                      + command.alarm()
                      + " is closed: its cause is gone, there is nothing left to acknowledge."));
    };
  }

  private static AlarmRaised raised(RaiseAlarm command) {
    AlarmCause cause = command.cause();
    return new AlarmRaised(
        command.alarm(),
        cause.kind(),
        cause.clock(),
        cause.organisation(),
        cause.team(),
        cause.person(),
        command.referrals(),
        command.since());
  }

  private static AlarmClimbed climbed(ClimbAlarm command) {
    return new AlarmClimbed(
        command.alarm(),
        command.to(),
        command.told().organisation(),
        command.told().person(),
        command.told().post());
  }
}
