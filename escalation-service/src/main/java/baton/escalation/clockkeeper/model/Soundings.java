package baton.escalation.clockkeeper.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The soundings that the reader has not passed yet, and the newest that it has, per partition. A
 * deadline is judged only behind the latter: no false alarms. Not thread-safe.
 */
public final class Soundings {
  private static final int KEPT = 256;

  private final Deque<Sounding> newestFirst = new ArrayDeque<>();
  private final Map<Place, Horizon> passed = new HashMap<>();

  public void add(Sounding sounding) {
    newestFirst.addFirst(sounding);
    if (newestFirst.size() > KEPT) thinOut();
  }

  /**
   * @param positions per partition, the next offset that the reader will read
   */
  public void advance(Map<Place, Long> positions) {
    positions.forEach(
        (place, position) ->
            newestFirst.stream()
                .filter(sounding -> position >= sounding.ends().getOrDefault(place, Long.MAX_VALUE))
                .findFirst()
                .ifPresent(sounding -> passed.put(place, sounding.horizon())));
    dropThosePassedEverywhere(positions);
  }

  /** How far the partition is known. */
  public Horizon horizon(Place place) {
    return passed.getOrDefault(place, Horizon.NOTHING);
  }

  /** A reader far behind would collect them without end: every second one is enough. */
  private void thinOut() {
    boolean keep = false;
    for (var each = newestFirst.iterator(); each.hasNext(); keep = !keep) {
      each.next();
      if (keep) each.remove();
    }
  }

  private void dropThosePassedEverywhere(Map<Place, Long> positions) {
    newestFirst.removeIf(
        sounding ->
            sounding.ends().entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey(), -1L) >= end.getValue()));
  }
}
