package baton.journal.relay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** The last acknowledged offset of each partition that was written to. */
final class Acked {
  private final Map<TopicPartition, Long> offsets = new HashMap<>();

  void add(RecordMetadata record) {
    offsets.merge(
        new TopicPartition(record.topic(), record.partition()), record.offset(), Math::max);
  }

  void add(Acked other) {
    other.offsets.forEach((partition, offset) -> offsets.merge(partition, offset, Math::max));
  }

  Map<TopicPartition, Long> offsets() {
    return offsets;
  }
}
