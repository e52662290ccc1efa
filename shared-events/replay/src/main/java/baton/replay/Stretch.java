package baton.replay;

import baton.journal.reader.LogScan;
import baton.journal.reader.LogStalled;
import baton.replay.model.Line;
import baton.replay.model.Shard;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What one thread reads: some partitions, from here to there, into its own shard. */
final class Stretch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration STALLED = Duration.ofSeconds(30);

  /** So many records, decompressed, stay in a core's cache (measured). */
  private static final int POLLED_MAX = 500;

  private final Shard shard;
  private final KafkaConsumer<Void, Line> kafka;
  private final Map<TopicPartition, Long> ends;
  private final Line[] lines = new Line[POLLED_MAX];
  private int count;
  private Duration silence = Duration.ZERO;

  Stretch(
      Map<String, Object> connection,
      Shard shard,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to) {
    this.shard = shard;
    this.ends = new LinkedHashMap<>(to);
    var values = new LineReader(shard);
    this.kafka = new KafkaConsumer<>(settings(connection), values.keys(), values);
    kafka.assign(ends.keySet());
    for (TopicPartition partition : ends.keySet())
      kafka.seek(partition, from.getOrDefault(partition, 0L));
  }

  boolean isDone() {
    return ends.isEmpty();
  }

  /**
   * @param aside takes what concerns no referral
   * @return how many records were taken
   */
  int poll(Consumer<Line> aside) {
    int handed = 0;
    var records = kafka.poll(POLL);
    for (TopicPartition partition : records.partitions()) {
      long end = ends.get(partition);
      for (ConsumerRecord<Void, Line> record : records.records(partition)) {
        // Read along behind the end: it belongs to a later sweep.
        if (record.offset() >= end) break;
        take(record.value(), aside);
        handed++;
      }
    }
    flush();
    boolean reached =
        ends.entrySet().removeIf(end -> kafka.position(end.getKey()) >= end.getValue());
    if (reached) kafka.assign(ends.keySet());
    silence = handed > 0 || isDone() ? Duration.ZERO : silence.plus(POLL);
    if (silence.compareTo(STALLED) > 0) throw new LogStalled(ends);
    return handed;
  }

  private void take(Line line, Consumer<Line> aside) {
    Line read = line == null ? Line.UNREADABLE : line;
    if (read.kind() == Line.Kind.REGISTER) {
      aside.accept(read);
      return;
    }
    lines[count++] = read;
    if (count == lines.length) flush();
  }

  private void flush() {
    shard.add(lines, count);
    count = 0;
  }

  @Override
  public void close() {
    kafka.close();
  }

  private static Map<String, Object> settings(Map<String, Object> connection) {
    Map<String, Object> settings = LogScan.settings(connection);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED_MAX);
    return settings;
  }
}
