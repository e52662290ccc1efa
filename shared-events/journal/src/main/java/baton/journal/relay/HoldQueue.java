package baton.journal.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Turns the order of positions into the order of streams. A transaction that took its id early may
 * append to a stream after a later one did: such an event is held until its predecessor has come.
 *
 * <p>Keeps places only, not the events: how many are held is bounded by what was written while two
 * transactions overlapped.
 */
final class HoldQueue {
  private record Step(String stream, long sequence) {}

  private final Map<Step, Place> held = new HashMap<>();
  private final NavigableSet<Position> positions = new TreeSet<>();

  /**
   * Takes the next place in the order of positions.
   *
   * @return what may be published now, in this order: nothing, or the place and those that waited
   *     for it
   */
  List<Place> offer(Place place) {
    if (mustWait(place)) {
      held.put(new Step(place.stream(), place.sequence()), place);
      positions.add(place.position());
      return List.of();
    }
    List<Place> free = new ArrayList<>();
    for (Place next = place; next != null; next = take(next.stream(), next.sequence() + 1))
      free.add(next);
    return free;
  }

  /** The earliest held: the stored cursor stays before it. */
  Optional<Position> first() {
    return positions.isEmpty() ? Optional.empty() : Optional.of(positions.first());
  }

  int size() {
    return held.size();
  }

  private boolean mustWait(Place place) {
    Position predecessor = place.predecessor();
    return predecessor != null
        && (predecessor.isAfter(place.position())
            || held.containsKey(new Step(place.stream(), place.sequence() - 1)));
  }

  private Place take(String stream, long sequence) {
    Place waiting = held.remove(new Step(stream, sequence));
    if (waiting != null) positions.remove(waiting.position());
    return waiting;
  }
}
