package baton.escalation.roster.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One time of each event, in log order, which is nearly the order of these times and not quite: a
 * late event stands behind later ones. Says which stretch of the log has to be looked at one by
 * one.
 */
final class LoggedTimes {
  private final List<Instant> times = new ArrayList<>();
  // Of all up to here, the latest; of all from here on, the earliest: both only ever grow.
  private final List<Instant> latestSoFar = new ArrayList<>();
  private final List<Instant> earliestFromHere = new ArrayList<>();

  void add(Instant time) {
    Instant latest = latestSoFar.isEmpty() ? time : latestSoFar.getLast();
    times.add(time);
    latestSoFar.add(time.isAfter(latest) ? time : latest);
    for (int i = earliestFromHere.size() - 1; i >= 0; i--) {
      if (!earliestFromHere.get(i).isAfter(time)) break;
      earliestFromHere.set(i, time);
    }
    earliestFromHere.add(time);
  }

  boolean counts(int index, Instant asAt) {
    return !times.get(index).isAfter(asAt);
  }

  /** How many from the first one on all count by then. */
  int all(Instant asAt) {
    return firstAfter(latestSoFar, asAt);
  }

  /** From this one on none counts by then. */
  int none(Instant asAt) {
    return firstAfter(earliestFromHere, asAt);
  }

  private static int firstAfter(List<Instant> growing, Instant asAt) {
    int from = 0;
    int to = growing.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (growing.get(middle).isAfter(asAt)) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
