package baton.journal.reader;

import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.Checkpoints.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** What was polled and is not committed yet, in log order within each partition. */
final class InFlight {
  private final List<Polled> polled = new ArrayList<>();

  /**
   * @param writtenAt the broker's timestamp
   */
  record Polled(TopicPartition partition, LogRecord record, Instant writtenAt) {}

  void add(Polled one) {
    polled.add(one);
  }

  boolean isEmpty() {
    return polled.isEmpty();
  }

  int size() {
    return polled.size();
  }

  List<Polled> first(int atMost) {
    return List.copyOf(polled.subList(0, Math.min(atMost, polled.size())));
  }

  Set<TopicPartition> partitions() {
    return polled.stream().map(Polled::partition).collect(Collectors.toSet());
  }

  void done(Collection<Polled> committed) {
    polled.subList(0, committed.size()).clear();
  }

  void clear() {
    polled.clear();
  }

  void drop(Collection<TopicPartition> revoked) {
    polled.removeIf(one -> revoked.contains(one.partition()));
  }

  /** One span for each partition, from its checkpoint to behind its last record. */
  static List<Span> spans(List<Polled> records, Map<TopicPartition, Checkpoint> positions) {
    var spans = new LinkedHashMap<TopicPartition, Span>();
    for (Polled one : records) {
      Checkpoint at = positions.get(one.partition());
      long to = one.record().offset() + 1;
      spans.put(
          one.partition(), new Span(one.partition(), at.topicId(), at.next(), to, one.writtenAt()));
    }
    return List.copyOf(spans.values());
  }

  static List<LogRecord> records(List<Polled> records) {
    return records.stream().map(Polled::record).toList();
  }
}
