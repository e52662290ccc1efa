package baton.escalation.alarms;

import baton.contract.escalation.Rung;
import baton.escalation.alarms.AlarmTable.Row;
import baton.escalation.alarms.model.AlarmCommand.ClimbAlarm;
import baton.escalation.alarms.model.AlarmCommand.ExpireAlarmAcknowledgement;
import baton.escalation.alarms.model.AlarmCommand.ResolveAlarm;
import baton.escalation.ladder.LadderPolicies;
import baton.escalation.ladder.RungHolders;
import baton.escalation.ladder.model.Rungs;
import baton.journal.clock.BusinessClock;
import baton.platform.Commands;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** What becomes of the open alarms: those of which too few are left end, the others climb. */
@ApplicationScoped
public class Alarms {
  private final Commands commands;
  private final LadderPolicies ladders;
  private final RungHolders holders;
  private final BusinessClock clock;

  public Alarms(
      Commands commands, LadderPolicies ladders, RungHolders holders, BusinessClock clock) {
    this.commands = commands;
    this.ladders = ladders;
    this.holders = holders;
    this.clock = clock;
  }

  /** Whether {@link #keep} would find something to do. */
  public boolean due(Instant known, Connection connection) {
    return !Members.on(connection).tooFewLeft().isEmpty()
        || !AlarmTable.on(connection).due(known, 1).isEmpty();
  }

  /**
   * Within a transaction and its root unit of work, under the lock of the alarms.
   *
   * @param known up to when every partition is known, exclusive
   * @return whether more may be due
   */
  public boolean keep(Instant known, int limit, Connection tx) {
    end(tx);
    List<Row> due = AlarmTable.on(tx).due(known, limit);
    for (Row alarm : due) step(alarm, known);
    return due.size() >= limit;
  }

  private void end(Connection tx) {
    Members members = Members.on(tx);
    for (var alarm : members.tooFewLeft()) {
      commands.sendAsSystem(new ResolveAlarm(alarm, members.lastResolvedBy(alarm).orElse(null)));
      members.release(alarm, ladders.in(tx), clock.instant());
    }
  }

  private void step(Row alarm, Instant known) {
    if (alarm.acknowledgedUntil() != null)
      commands.sendAsSystem(new ExpireAlarmAcknowledgement(alarm.id(), alarm.acknowledgedBy()));
    if (alarm.limitAt() == null || !alarm.limitAt().isBefore(known)) return;
    Rung next = Rungs.next(alarm.rung());
    var cause = alarm.cause();
    var told =
        holders.holder(
            next, cause.organisation(), cause.team(), cause.person(), null, clock.instant());
    commands.sendAsSystem(new ClimbAlarm(alarm.id(), alarm.rung(), next, told));
  }
}
