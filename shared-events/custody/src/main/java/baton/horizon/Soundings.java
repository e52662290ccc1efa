package baton.horizon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The soundings that the reader has not passed yet, and the newest that it has, per partition. A
 * deadline is judged only behind the latter: no false alarms. Not thread-safe.
 */
public final class Soundings {
  private static final int KEPT = 8_192;

  private final Map<Place, Deque<Mark>> ahead = new HashMap<>();
  private final Map<Place, Horizon> passed = new HashMap<>();

  /** What is known of a partition once its reader has reached this offset. */
  private record Mark(long end, Horizon horizon) {}

  /** Takes it up, and finds what the reader has passed by then. */
  public void take(Look look) {
    add(look.sounding());
    advance(look.positions());
  }

  void add(Sounding sounding) {
    sounding
        .ends()
        .forEach(
            (place, end) -> {
              var marks = ahead.computeIfAbsent(place, p -> new ArrayDeque<>());
              // Where nothing was written since, the later look knows more.
              if (!marks.isEmpty() && marks.getLast().end() == end) marks.removeLast();
              marks.addLast(new Mark(end, sounding.horizon()));
              if (marks.size() > KEPT) thinOut(marks);
            });
  }

  /**
   * @param positions per partition, the next offset that the reader will read
   */
  void advance(Map<Place, Long> positions) {
    positions.forEach(
        (place, position) -> {
          var marks = ahead.getOrDefault(place, new ArrayDeque<>());
          while (!marks.isEmpty() && marks.getFirst().end() <= position)
            passed.put(place, marks.removeFirst().horizon());
        });
  }

  /** How far the partition is known. */
  public Horizon horizon(Place place) {
    return passed.getOrDefault(place, Horizon.NOTHING);
  }

  /** A reader that stands still must not fill the memory: every second mark is enough. */
  private static void thinOut(Deque<Mark> marks) {
    boolean remove = false;
    for (var each = marks.iterator(); each.hasNext(); remove = !remove) {
      each.next();
      if (remove) each.remove();
    }
  }
}
