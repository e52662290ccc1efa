package baton.journal.relay;

import java.util.List;

/** After a refused batch its events are sent one by one: only so does the broker say which. */
final class Caution {
  private Position until = Position.START;

  void upTo(Position position) {
    if (position.isAfter(until)) until = position;
  }

  List<List<StoredEvent>> batches(List<StoredEvent> events) {
    if (events.isEmpty()) return List.of();
    boolean careful = events.stream().anyMatch(e -> !e.place().position().isAfter(until));
    return careful ? events.stream().map(List::of).toList() : List.of(events);
  }
}
