package baton.journal.reader;

import baton.journal.reader.Held.Kind;
import baton.journal.reader.Known.Waiting;
import baton.journal.reader.LogRecord.Place;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps that a batch of the log and a retry of a parked story share, within their transaction:
 * plan, apply, keep. Reads come first and writes last, so that no transaction id is taken before
 * the aggregates are loaded.
 */
final class BatchWork {
  private final BatchScope scope;
  private final StreamPositions positions;
  private final ParkedRows parked;
  private final LogHandler handler;
  private final ParkingStream parking;
  private final UnknownKept unknown;

  BatchWork(ReaderTables tables, LogHandler handler, ParkingStream parking) {
    this.scope = tables.scope();
    this.positions = tables.positions();
    this.parked = tables.parked();
    this.unknown = tables.unknown();
    this.handler = handler;
    this.parking = parking;
  }

  /** Judges records as they came from the log. */
  BatchPlan plan(List<LogRecord> records, Map<Place, String> refused) throws SQLException {
    Set<String> parkedStories = new HashSet<>();
    Set<String> waitingStories = new HashSet<>();
    List<String> stories =
        records.stream().map(LogRecord::story).flatMap(Optional::stream).distinct().toList();
    for (var found : parked.kinds(stories))
      (found.kind() == Kind.PARKED ? parkedStories : waitingStories).add(found.story());
    return plan(records, parkedStories, waitingStories, refused);
  }

  /** Judges the records of one story that has been parked so far, as if they came now. */
  BatchPlan planReleased(List<LogRecord> records, String story) throws SQLException {
    return plan(records, Set.of(), Set.of(story), Map.of());
  }

  private BatchPlan plan(
      List<LogRecord> records,
      Set<String> parkedStories,
      Set<String> waitingStories,
      Map<Place, String> refused)
      throws SQLException {
    List<Waiting> waiting =
        waitingStories.isEmpty() ? List.of() : parked.records(waitingStories, Kind.WAITING);
    List<StreamKey> streams =
        Stream.concat(records.stream(), waiting.stream().map(Waiting::record))
            .filter(record -> record.envelope() != null)
            .map(StreamKey::of)
            .distinct()
            .toList();
    var known = new Known(parkedStories, positions.read(streams), waiting, refused);
    return BatchPlan.of(records, known);
  }

  /**
   * Hands the events to the handler and makes what it appends later than what it read.
   *
   * @param singly one by one, so that a failure names its record
   * @throws RecordFailed in place of what the handler threw, where {@code singly}
   */
  void apply(BatchPlan plan, boolean singly) {
    plan.apply().forEach(this::witness);
    plan.held().forEach(held -> witness(held.record()));
    if (!singly) {
      if (!plan.apply().isEmpty()) handler.handle(plan.apply());
      return;
    }
    for (LogRecord record : plan.apply()) {
      try {
        handler.handle(List.of(record));
      } catch (RuntimeException failure) {
        throw new RecordFailed(record, failure);
      }
    }
  }

  private void witness(LogRecord record) {
    if (record.event() != null && !record.own()) scope.witnessed(record.event());
  }

  /**
   * Keeps how far the streams are, what waits, and what was skipped.
   *
   * @throws ReleasedMeanwhile if a story behind which the plan queues is no longer parked
   */
  void keep(BatchPlan plan) throws SQLException {
    Set<String> behind = plan.queuedBehind();
    if (!behind.isEmpty()) {
      var gone = new ArrayList<>(behind);
      gone.removeAll(parked.lock(behind));
      if (!gone.isEmpty()) throw new ReleasedMeanwhile(gone);
    }
    plan.newlyParked().forEach(parking::parked);
    parked.remove(plan.drained());
    parked.hold(plan.held());
    unknown.keep(plan.apply());
    positions.keep(plan.moved());
  }

  void received(List<LogRecord> records) {
    handler.received(records);
  }
}
