package baton.escalation.ladder;

import baton.contract.EscalationId;
import baton.contract.TeamId;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import baton.escalation.alarms.AlarmTable;
import baton.escalation.alarms.Grouping;
import baton.escalation.alarms.model.AlarmCause;
import baton.escalation.ladder.LadderPolicies.Ladders;
import baton.escalation.ladder.PlacingTable.Placed;
import baton.escalation.ladder.PlacingTable.Raised;
import baton.escalation.ladder.model.Rungs;
import baton.escalation.notices.Notices;
import baton.journal.clock.BusinessClock;
import baton.policy.Ladder;
import baton.roster.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at everything once after it was raised, and again when it is confirmed: whose cause it is,
 * and from where it climbs. A custodian who is away is nobody to be told: the rung above is told at
 * once.
 */
@ApplicationScoped
public class Placing {
  /** The limit of a rung on which nobody is: it has passed before anybody was told. */
  private static final Duration NO_WAIT = Duration.ofSeconds(1);

  private final LadderPolicies ladders;
  private final RungHolders holders;
  private final Grouping grouping;
  private final Notices notices;
  private final BusinessClock clock;

  public Placing(
      LadderPolicies ladders,
      RungHolders holders,
      Grouping grouping,
      Notices notices,
      BusinessClock clock) {
    this.ladders = ladders;
    this.holders = holders;
    this.grouping = grouping;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Places what was raised in a partition, whose lock is held; within a transaction and its root
   * unit of work.
   *
   * @return how many were placed
   */
  public int place(int partition, int limit, Connection tx) {
    List<Raised> found = PlacingTable.on(tx).unplaced(partition, clock.instant(), limit);
    if (found.isEmpty()) return 0;
    Ladders adopted = ladders.in(tx);
    Set<AlarmCause> inactive =
        AlarmTable.on(tx).openOf(FindingKind.CUSTODIAN_INACTIVE).stream()
            .map(AlarmTable.Row::cause)
            .collect(Collectors.toSet());
    List<Placed> placed = found.stream().map(each -> placed(each, inactive, adopted)).toList();
    PlacingTable.on(tx).place(placed, partition);
    grouping.group(causes(placed), tx);
    notices.raised(told(placed), tx);
    return found.size();
  }

  /** An unconfirmed one may yet prove wrong: it counts for no alarm. */
  private static Set<AlarmCause> causes(List<Placed> placed) {
    return placed.stream()
        .filter(each -> each.raised().confirmed())
        .map(Placed::cause)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Where nobody is, there is nobody to be told: the rung above is, as it climbs. */
  private static List<EscalationId> told(List<Placed> placed) {
    return placed.stream()
        .filter(each -> each.limitAt().isAfter(each.toldAt()))
        .map(each -> each.raised().escalation())
        .toList();
  }

  private Placed placed(Raised raised, Set<AlarmCause> inactive, Ladders adopted) {
    Instant told = raised.toldAt() == null ? raised.raisedAt() : raised.toldAt();
    Ladder ladder = adopted.of(raised.organisation(), told);
    TeamId team = raised.team();
    if (team == null && raised.person() != null)
      team = holders.teamOf(raised.organisation(), raised.person(), told);
    boolean nobody = raised.person() != null && nobody(raised, inactive, told);
    return new Placed(
        raised,
        team,
        post(raised),
        told,
        nobody ? told.minus(NO_WAIT) : Rungs.limitAt(ladder, Rung.CUSTODIAN, told),
        ladder.acknowledgementLasts().toSeconds());
  }

  /** The custodian is away, or has done nothing for a week. */
  private boolean nobody(Raised raised, Set<AlarmCause> inactive, Instant at) {
    return holders.away(raised.organisation(), raised.person(), at)
        || inactive.stream()
            .anyMatch(
                cause ->
                    raised.person().equals(cause.person())
                        && raised.organisation().equals(cause.organisation()));
  }

  private static String post(Raised raised) {
    if (raised.person() != null) return null;
    return raised.post() == null ? Post.lastOf(raised.organisation()) : raised.post();
  }
}
