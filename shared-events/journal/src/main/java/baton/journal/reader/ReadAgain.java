package baton.journal.reader;

import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.Held.Kind;
import baton.journal.reader.LogRecord.Place;
import baton.journal.store.Transactions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * What a service has read of the log already, once more from where it likes: for what it learns to
 * keep only now. The live reader and its checkpoints are not touched.
 */
public final class ReadAgain {
  private static final int AT_ONCE = 500;

  /** And no more than that in memory, but for one event that is larger alone. */
  private static final long BYTES = 8L * 1024 * 1024;

  private final Transactions transactions;
  private final CheckpointRows checkpoints;
  private final ParkedRows parked;
  private final RecordDecoder decoder;
  private final LateEvents.Stretch log;

  ReadAgain(
      Transactions transactions,
      CheckpointRows checkpoints,
      ParkedRows parked,
      RecordDecoder decoder,
      LateEvents.Stretch log) {
    this.transactions = transactions;
    this.checkpoints = checkpoints;
    this.parked = parked;
    this.decoder = decoder;
    this.log = log;
  }

  /**
   * Up to where each partition of a topic was read, exclusively; those of which nothing was are
   * absent.
   */
  public Map<Integer, Long> read(String topic) {
    var ends = new TreeMap<Integer, Long>();
    checkpoints(topic).forEach((partition, at) -> ends.put(partition.partition(), at.next()));
    return ends;
  }

  /**
   * Hands over what was applied, in the order of the log and at most 500 at a time; without what
   * cannot be read, and without what is parked or waits, which comes to the handler later.
   *
   * @param from the first offset
   * @param to the end, exclusively; no further than it was read
   * @param each gets events that could be read, and the offset from which to go on behind them
   * @param cancelled asked again and again
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be read
   */
  public void read(
      String topic, int partition, long from, long to, Part each, BooleanSupplier cancelled) {
    var place = new TopicPartition(topic, partition);
    String topicId = checkpoints(topic).get(place).topicId();
    var gathered = new Gathered(each);
    log.read(
        place,
        from,
        to,
        record ->
            gathered.add(
                decoder.decode(
                    topic, topicId, partition, record.offset(), record.key(), record.value())),
        cancelled);
    if (!cancelled.getAsBoolean()) gathered.handOver(to);
  }

  /** What is handed over together. */
  private final class Gathered {
    private final Part each;
    private final List<LogRecord> records = new ArrayList<>();
    private long bytes;

    Gathered(Part each) {
      this.each = each;
    }

    void add(LogRecord read) {
      if (read.event() != null) {
        records.add(read);
        bytes += read.value().length;
      }
      if (records.size() == AT_ONCE || bytes > BYTES) handOver(read.offset() + 1);
    }

    void handOver(long next) {
      each.take(applied(records), next);
      records.clear();
      bytes = 0;
    }
  }

  /** What is done with a part of it. */
  @FunctionalInterface
  public interface Part {
    void take(List<LogRecord> records, long next);
  }

  private List<LogRecord> applied(List<LogRecord> part) {
    Set<String> stories = new HashSet<>();
    for (LogRecord record : part) record.story().ifPresent(stories::add);
    Set<Place> waiting = waiting(stories);
    return part.stream().filter(record -> !waiting.contains(record.place())).toList();
  }

  private Set<Place> waiting(Set<String> stories) {
    return transactions.inTransaction(
        () -> {
          Set<Place> waiting = new HashSet<>();
          for (var one : parked.records(stories, Kind.values())) waiting.add(one.record().place());
          return waiting;
        });
  }

  private Map<TopicPartition, Checkpoint> checkpoints(String topic) {
    return transactions.inTransaction(() -> checkpoints.read(List.of(topic)));
  }
}
