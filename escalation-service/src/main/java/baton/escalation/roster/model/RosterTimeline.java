package baton.escalation.roster.model;

import baton.roster.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Every change of the roster in log order, with rosters kept at some places between them, so that
 * the roster of any moment is at most a few hundred changes away. An event that comes late changes
 * only the answers that it belongs to: what is kept is the fold of a stretch of the log, and never
 * of a span of time. Not safe for several threads.
 */
public final class RosterTimeline {
  private static final int KEPT_MAX = 64;
  private static final int FIRST_APART = 32;

  private final List<RosterChange> changes = new ArrayList<>();
  private final LoggedTimes recorded = new LoggedTimes();
  private final LoggedTimes inEffect = new LoggedTimes();
  private final Roster all = new Roster();
  // The n-th is the roster after n times this many changes.
  private final List<Roster> kept = new ArrayList<>(List.of(new Roster()));
  private int apart = FIRST_APART;

  public void add(RosterChange change) {
    changes.add(change);
    recorded.add(change.recordedAt());
    inEffect.add(change.effectAt());
    all.apply(change.event());
    if (changes.size() % apart != 0) return;
    kept.add(all.copy());
    if (kept.size() > KEPT_MAX) thin();
  }

  public int size() {
    return changes.size();
  }

  /** By what was on record then; the caller's own. */
  public Roster recordedBy(Instant asAt) {
    return at(asAt, recorded);
  }

  /** By what was so then, whenever it was entered; the caller's own. */
  public Roster inEffectBy(Instant asAt) {
    return at(asAt, inEffect);
  }

  private Roster at(Instant asAt, LoggedTimes times) {
    int whole = times.all(asAt);
    int end = times.none(asAt);
    int nearest = whole / apart;
    Roster roster = kept.get(nearest).copy();
    for (int i = nearest * apart; i < end; i++)
      if (i < whole || times.counts(i, asAt)) roster.apply(changes.get(i).event());
    return roster;
  }

  private void thin() {
    for (int i = kept.size() - 1; i > 0; i--) if (i % 2 != 0) kept.remove(i);
    apart *= 2;
  }
}
