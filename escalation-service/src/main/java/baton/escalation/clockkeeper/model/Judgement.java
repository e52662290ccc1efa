package baton.escalation.clockkeeper.model;

import baton.custody.Clock;
import baton.custody.Custodian;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.custody.Findings;
import baton.custody.Resolution;
import baton.escalation.escalations.model.EscalationCommand;
import baton.escalation.escalations.model.EscalationCommand.ConfirmEscalation;
import baton.escalation.escalations.model.EscalationCommand.RaiseEscalation;
import baton.escalation.escalations.model.EscalationCommand.ResolveEscalation;
import baton.escalation.escalations.model.EscalationCommand.WithdrawEscalation;
import baton.escalation.escalations.model.EscalationIds;
import baton.escalation.escalations.model.Standing;
import baton.horizon.Horizon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be said of one referral, from the fold, from how far the log is known and from what
 * was said before. No deadline is judged beyond the horizon: no false alarms, no false calm.
 * Source: design section 5.
 *
 * @param commands in the order in which they are to be given
 * @param nextDue the earliest deadline still to be judged, or null
 * @param nextCertain the earliest deadline that waits for a silent writer, or null
 */
public record Judgement(List<EscalationCommand> commands, Instant nextDue, Instant nextCertain) {
  public Judgement {
    commands = List.copyOf(commands);
  }

  /**
   * @param now business time, never earlier than the horizon
   * @param raised every escalation of this referral, closed ones included
   */
  public static Judgement of(
      Custody custody, Horizon horizon, Instant now, Collection<Standing> raised) {
    var judge = new Judge(custody, horizon, now);
    for (Standing each : raised) judge.review(each);
    for (Finding finding : Findings.of(custody, horizon.presumed())) judge.found(finding);
    // A service that could not be read to its end leaves nothing to say of what came after.
    if (custody.reading().stoppedBy() == null)
      for (Clock clock : custody.clocks().all()) judge.clock(clock);
    return new Judgement(judge.commands, judge.nextDue, judge.nextCertain);
  }

  private static final class Judge {
    private final Custody custody;
    private final Horizon horizon;
    private final Instant now;
    private final Set<Finding.Cause> known = new HashSet<>();
    private final List<EscalationCommand> commands = new ArrayList<>();
    private Instant nextDue;
    private Instant nextCertain;

    private Judge(Custody custody, Horizon horizon, Instant now) {
      this.custody = custody;
      this.horizon = horizon;
      this.now = now;
    }

    void review(Standing each) {
      // What was withdrawn had no cause. It may get one: the silent writer had given it more time.
      if (each.state() == Standing.State.WITHDRAWN) return;
      known.add(each.cause());
      if (each.state() == Standing.State.RESOLVED) return;
      Resolution resolution = Findings.resolution(custody, each.cause(), now).orElse(null);
      if (!each.confirmed() && resolution != null && resolution.inTime()) {
        commands.add(new WithdrawEscalation(EscalationIds.of(each.cause()), resolution.by()));
        known.remove(each.cause());
        return;
      }
      if (!each.confirmed() && certain(each.due()))
        commands.add(new ConfirmEscalation(EscalationIds.of(each.cause())));
      if (resolution != null) commands.add(resolve(each.cause(), resolution));
      else if (!each.confirmed() && !certain(each.due())) waitsForCertainty(each.due());
    }

    void found(Finding finding) {
      if (!known.add(finding.cause())) return;
      boolean confirmed = finding.clock() == null || certain(finding.due());
      commands.add(raise(finding.cause(), finding.due(), confirmed));
      if (!confirmed) waitsForCertainty(finding.due());
    }

    void clock(Clock clock) {
      var cause =
          new Finding.Cause(
              custody.referral(), Findings.kindOf(clock.name()), clock.name(), clock.startedBy());
      if (known.contains(cause)) return;
      if (clock.running()) nextDue = earlier(nextDue, clock.due());
      else if (!clock.endedInTime()) endedLate(clock, cause);
    }

    /** Over before it could be judged: on record all the same, and no alarm for anybody. */
    private void endedLate(Clock clock, Finding.Cause cause) {
      if (!certain(clock.due())) {
        waitsForCertainty(clock.due());
        return;
      }
      known.add(cause);
      commands.add(raise(cause, clock.due(), true));
      Findings.resolution(custody, cause, now)
          .ifPresent(resolution -> commands.add(resolve(cause, resolution)));
    }

    private boolean certain(Instant due) {
      return due == null || due.isBefore(horizon.certain());
    }

    private void waitsForCertainty(Instant due) {
      nextCertain = earlier(nextCertain, due);
    }

    private RaiseEscalation raise(Finding.Cause cause, Instant due, boolean confirmed) {
      Custodian custodian = custody.custodian();
      return new RaiseEscalation(
          cause,
          due,
          custodian == null ? null : custodian.organisation(),
          custodian == null ? null : custodian.person(),
          confirmed);
    }

    private static ResolveEscalation resolve(Finding.Cause cause, Resolution resolution) {
      return new ResolveEscalation(EscalationIds.of(cause), resolution.by(), resolution.byType());
    }

    private static Instant earlier(Instant a, Instant b) {
      return a == null || b.isBefore(a) ? b : a;
    }
  }
}
