package baton.escalation.alarms.model;

import static java.util.Objects.requireNonNull;

import baton.contract.AlarmId;
import baton.contract.EventId;
import baton.contract.PersonId;
import baton.contract.escalation.Rung;
import baton.decision.Command;
import baton.escalation.ladder.model.Told;
import java.time.Instant;

/** What can be asked of one alarm. Only a person acknowledges; all else the events decide. */
public sealed interface AlarmCommand extends Command {
  AlarmId alarm();

  @Override
  default String stream() {
    return alarm().toString();
  }

  /**
   * @param referrals how many it stands for
   * @param since when the cause arose
   */
  record RaiseAlarm(AlarmCause cause, int referrals, Instant since) implements AlarmCommand {
    public RaiseAlarm {
      requireNonNull(cause);
      requireNonNull(since);
    }

    @Override
    public AlarmId alarm() {
      return AlarmIds.of(cause, since);
    }
  }

  /**
   * @param from the rung whose limit has passed: told twice it changes nothing
   */
  record ClimbAlarm(AlarmId alarm, Rung from, Rung to, Told told) implements AlarmCommand {}

  record AcknowledgeAlarm(AlarmId alarm, PersonId by) implements AlarmCommand {}

  /**
   * @param by whose word it was
   */
  record ExpireAlarmAcknowledgement(AlarmId alarm, PersonId by) implements AlarmCommand {}

  /**
   * @param resolvedBy the event that removed the cause, or null where time did
   */
  record ResolveAlarm(AlarmId alarm, EventId resolvedBy) implements AlarmCommand {}
}
