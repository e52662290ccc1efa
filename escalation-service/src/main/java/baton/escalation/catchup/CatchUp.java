package baton.escalation.catchup;

import baton.contract.escalation.FindingKind;
import baton.escalation.alarms.AlarmTable;
import baton.escalation.alarms.AlarmTable.Row;
import baton.escalation.alarms.model.AlarmCause;
import baton.escalation.alarms.model.AlarmCommand.RaiseAlarm;
import baton.escalation.alarms.model.AlarmCommand.ResolveAlarm;
import baton.escalation.catchup.CatchUpTable.Mark;
import baton.escalation.catchup.CatchUpTable.Plan;
import baton.platform.Commands;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/**
 * The dates of the catch-up plans. One that is missed is an alarm (CATCH_UP_MISSED); when the last
 * one is over the plan stands for its referrals no longer.
 */
@ApplicationScoped
public class CatchUp {
  private final Commands commands;

  public CatchUp(Commands commands) {
    this.commands = commands;
  }

  /** Whether {@link #keep} would find something to do. */
  public boolean due(Instant known, Connection connection) {
    CatchUpTable table = CatchUpTable.on(connection);
    return !table.due(known).isEmpty()
        || !table.over(known).isEmpty()
        || AlarmTable.on(connection).openOf(FindingKind.CATCH_UP_MISSED).stream()
            .anyMatch(alarm -> caughtUp(alarm.cause(), table));
  }

  /**
   * When the next date is.
   *
   * @param from inclusive
   */
  public static Optional<Instant> next(Instant from, Connection connection) {
    return CatchUpTable.on(connection).next(from);
  }

  /**
   * Within a transaction and its root unit of work, under the lock of the alarms.
   *
   * @param known up to when every partition is known for certain, exclusive
   */
  public void keep(Instant known, Connection tx) {
    CatchUpTable table = CatchUpTable.on(tx);
    for (Row alarm : AlarmTable.on(tx).openOf(FindingKind.CATCH_UP_MISSED))
      if (caughtUp(alarm.cause(), table)) commands.sendAsSystem(new ResolveAlarm(alarm.id(), null));
    for (Mark mark : table.due(known)) judge(mark, table, tx);
    for (Plan plan : table.over(known)) table.end(plan);
  }

  private void judge(Mark mark, CatchUpTable table, Connection tx) {
    int open = table.progress(mark.organisation(), mark.plan()).open();
    boolean missed = open > mark.openAtMost();
    table.judged(mark, missed);
    var cause =
        new AlarmCause(FindingKind.CATCH_UP_MISSED, null, mark.organisation(), mark.team(), null);
    if (missed && AlarmTable.on(tx).openOf(cause).isEmpty())
      commands.sendAsSystem(new RaiseAlarm(cause, open, mark.by()));
  }

  /** As many are concluded as every plan of the team says by now. */
  private static boolean caughtUp(AlarmCause cause, CatchUpTable table) {
    return table.past(cause.organisation(), cause.team()).stream()
        .allMatch(
            mark -> table.progress(mark.organisation(), mark.plan()).open() <= mark.openAtMost());
  }
}
