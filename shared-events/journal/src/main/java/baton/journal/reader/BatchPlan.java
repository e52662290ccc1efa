package baton.journal.reader;

import baton.contract.journal.ParkReason;
import baton.journal.reader.Held.Kind;
import baton.journal.reader.Known.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What becomes of each record of a batch: applied, skipped as a repeat, or held. Pure: the same
 * records and the same knowledge give the same plan, so that a batch tried again means the same.
 */
final class BatchPlan {
  private final Known known;
  private final Set<String> parked;
  private final Map<StreamKey, StreamPosition> positions;
  private final Map<StreamKey, TreeMap<Long, List<Waiting>>> waiting = new HashMap<>();

  private final List<LogRecord> apply = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private final List<Long> drained = new ArrayList<>();
  private final Map<StreamKey, StreamPosition> moved = new LinkedHashMap<>();
  private int repeats;
  private int untold;

  private BatchPlan(Known known) {
    this.known = known;
    this.parked = new HashSet<>(known.parked());
    this.positions = new HashMap<>(known.positions());
    known.waiting().forEach(this::await);
  }

  static BatchPlan of(List<LogRecord> records, Known known) {
    var plan = new BatchPlan(known);
    records.forEach(plan::take);
    plan.keepWaiting();
    return plan;
  }

  /** To be applied, in this order. */
  List<LogRecord> apply() {
    return apply;
  }

  /** To be stored, in this order. */
  List<Held> held() {
    return held;
  }

  /** Rows that waited and are now applied, parked, or known to be repeats. */
  List<Long> drained() {
    return drained;
  }

  Map<StreamKey, StreamPosition> moved() {
    return moved;
  }

  int repeats() {
    return repeats;
  }

  /** Unreadable records of which not even the referral can be told. */
  int untold() {
    return untold;
  }

  /** Stories that were parked before this batch and now have more behind them. */
  Set<String> queuedBehind() {
    var stories = new HashSet<String>();
    for (Held one : held)
      if (one.kind() == Kind.BEHIND) one.record().story().ifPresent(stories::add);
    stories.retainAll(known.parked());
    return stories;
  }

  List<Held> newlyParked() {
    return held.stream().filter(one -> one.kind() == Kind.PARKED).toList();
  }

  private void take(LogRecord record) {
    var story = record.story();
    if (story.isEmpty()) {
      untold++;
    } else if (parked.contains(story.get())) {
      held.add(Held.behind(record));
    } else {
      judge(record, story.get());
      if (record.envelope() != null) drain(StreamKey.of(record), story.get());
    }
  }

  private void judge(LogRecord record, String story) {
    if (record.envelope() == null) {
      park(record, story, ParkReason.UNREADABLE, record.unreadable());
      return;
    }
    var key = StreamKey.of(record);
    var last = positions.get(key);
    var envelope = record.envelope();
    switch (StreamOrder.of(last, envelope.streamSequence(), envelope.id())) {
      case REPEAT -> repeats++;
      case WAIT -> await(new Waiting(record, null));
      case DIVERGED ->
          park(
              record,
              story,
              ParkReason.DIVERGED,
              "event %s already holds place %d of its stream"
                  .formatted(last.eventId(), last.sequence()));
      case APPLY -> applyOrPark(record, story, key);
    }
  }

  private void applyOrPark(LogRecord record, String story, StreamKey key) {
    String refusal = known.refused().get(record.place());
    if (record.event() == null) {
      park(record, story, ParkReason.UNREADABLE, record.unreadable());
    } else if (refusal != null) {
      park(record, story, ParkReason.REFUSED, refusal);
    } else {
      apply.add(record);
      var position = StreamPosition.of(record);
      positions.put(key, position);
      moved.put(key, position);
    }
  }

  private void park(LogRecord record, String story, ParkReason reason, String error) {
    parked.add(story);
    held.add(Held.parked(record, reason, error));
  }

  private void await(Waiting one) {
    waiting
        .computeIfAbsent(StreamKey.of(one.record()), k -> new TreeMap<>())
        .computeIfAbsent(one.record().envelope().streamSequence(), s -> new ArrayList<>())
        .add(one);
  }

  /** Judges those that waited for what has now been applied, until one still has to wait. */
  private void drain(StreamKey key, String story) {
    var queue = waiting.get(key);
    if (queue == null) return;
    while (!queue.isEmpty() && !parked.contains(story)) {
      var last = positions.get(key);
      long next = last == null ? 0 : last.sequence() + 1;
      if (queue.firstKey() > next) return;
      for (Waiting one : queue.pollFirstEntry().getValue()) {
        if (parked.contains(story)) {
          held.add(Held.behind(one.record()));
        } else {
          judge(one.record(), story);
        }
        if (one.row() != null) drained.add(one.row());
      }
    }
  }

  private void keepWaiting() {
    for (var queue : waiting.values())
      for (var same : queue.values())
        for (Waiting one : same) if (one.row() == null) held.add(Held.waiting(one.record()));
  }
}
