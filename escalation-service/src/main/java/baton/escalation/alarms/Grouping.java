package baton.escalation.alarms;

import baton.contract.AlarmId;
import baton.escalation.alarms.model.AlarmCause;
import baton.escalation.alarms.model.AlarmCommand.RaiseAlarm;
import baton.escalation.alarms.model.AlarmIds;
import baton.platform.Commands;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.Collection;

/**
 * One cause behind many is one alarm: 2,345 separate ones are a new backlog (design section 5).
 * What shares its cause with an open alarm joins it; the twenty-first of a cause raises one.
 */
@ApplicationScoped
public class Grouping {
  private final Commands commands;

  public Grouping(Commands commands) {
    this.commands = commands;
  }

  /**
   * Within a transaction and its root unit of work, under the lock of the alarms.
   *
   * @param causes of what has just been placed
   */
  public void group(Collection<AlarmCause> causes, Connection tx) {
    if (causes.isEmpty()) return;
    for (AlarmCause cause : causes) group(cause, tx);
  }

  private void group(AlarmCause cause, Connection tx) {
    Members members = Members.on(tx);
    var open = AlarmTable.on(tx).openOf(cause);
    if (open.isPresent()) members.join(cause, open.get().id());
    else if (members.areOneAlarm(cause)) members.join(cause, raise(cause, members));
  }

  private AlarmId raise(AlarmCause cause, Members members) {
    Members.Sharing sharing = members.sharing(cause);
    commands.sendAsSystem(new RaiseAlarm(cause, sharing.open(), sharing.since()));
    return AlarmIds.of(cause, sharing.since());
  }
}
