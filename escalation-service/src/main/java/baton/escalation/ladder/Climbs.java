package baton.escalation.ladder;

import baton.contract.escalation.Rung;
import baton.escalation.escalations.model.EscalationCommand;
import baton.escalation.escalations.model.EscalationCommand.ClimbEscalation;
import baton.escalation.escalations.model.EscalationCommand.ExpireAcknowledgement;
import baton.escalation.ladder.LadderTable.Step;
import baton.escalation.ladder.model.Rungs;
import baton.escalation.ladder.model.Told;
import baton.journal.clock.BusinessClock;
import baton.platform.Commands;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets climb what nobody has dealt with in time (R13), in chunks, each one transaction and one
 * append. Whom the next rung is, the roster says as the step is taken. Judged as far as the log is
 * presumed to be known: the cause stood on certain ground when it was confirmed, and a silent
 * writer must not keep everybody else's silence (no false calm).
 */
@ApplicationScoped
public class Climbs {
  private final Commands commands;
  private final RungHolders holders;
  private final BusinessClock clock;

  public Climbs(Commands commands, RungHolders holders, BusinessClock clock) {
    this.commands = commands;
    this.holders = holders;
    this.clock = clock;
  }

  /**
   * Takes the steps that are due in a partition, whose lock is held; within a transaction and its
   * root unit of work.
   *
   * @param known up to when the partition is known, exclusive
   * @return how many could be taken
   */
  public int take(int partition, Instant known, int limit, Connection tx) {
    List<Step> due = LadderTable.on(tx).due(partition, known, limit);
    for (Step step : due) commands(step, known).forEach(commands::sendAsSystem);
    return due.size();
  }

  /** Whose word has expired did not act: the rung above is told at once, if the limit is over. */
  private List<EscalationCommand> commands(Step step, Instant known) {
    var all = new ArrayList<EscalationCommand>();
    if (step.acknowledgedUntil() != null)
      all.add(new ExpireAcknowledgement(step.escalation(), step.acknowledgedBy()));
    if (step.limitAt() != null && step.limitAt().isBefore(known)) all.add(climb(step));
    return all;
  }

  private ClimbEscalation climb(Step step) {
    Rung next = Rungs.next(step.rung());
    Told told =
        holders.holder(
            next, step.organisation(), step.team(), step.person(), step.post(), clock.instant());
    return new ClimbEscalation(step.escalation(), step.rung(), next, told);
  }
}
