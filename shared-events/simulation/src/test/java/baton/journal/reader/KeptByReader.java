package baton.journal.reader;

import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.Held.Kind;
import baton.journal.reader.LogRecord.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** The simulated tables of one service's reader, as committed. */
public final class KeptByReader {
  final Map<TopicPartition, Checkpoint> checkpoints = new HashMap<>();
  final Map<StreamKey, StreamPosition> positions = new HashMap<>();
  final TreeMap<Long, Held> held = new TreeMap<>();
  private long nextRow = 1;

  long takeRow() {
    return nextRow++;
  }

  public long checkpoint(TopicPartition partition) {
    Checkpoint known = checkpoints.get(partition);
    return known == null ? 0 : known.next();
  }

  public boolean holds(String topicId, int partition, long offset) {
    var place = new Place(topicId, partition, offset);
    return held.values().stream().anyMatch(one -> one.record().place().equals(place));
  }

  public boolean holdsNothing() {
    return held.isEmpty();
  }

  public Set<String> parkedStories() {
    return held.values().stream()
        .filter(one -> one.kind() == Kind.PARKED)
        .map(one -> one.record().story().orElseThrow())
        .collect(Collectors.toSet());
  }

  public boolean isParked(String story) {
    return held.values().stream()
        .anyMatch(
            one -> one.kind() == Kind.PARKED && one.record().story().orElseThrow().equals(story));
  }

  /** An earlier event of the same story waits for a person. */
  public boolean isParkedBefore(LogRecord record) {
    return held.values().stream()
        .anyMatch(
            one ->
                one.kind() == Kind.PARKED
                    && one.record().story().equals(record.story())
                    && one.record().offset() < record.offset());
  }
}
