package baton.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;

import baton.journal.envelope.Envelope;
import baton.journal.envelope.Topics;
import baton.parts.LogTopics;
import baton.testing.RealParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what one source has on the real log. */
final class RelayLog {
  static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", RealParts.get().kafka());

  private final String source;
  private final Map<TopicPartition, Long> from = new HashMap<>();

  /** From the log's present end on. */
  RelayLog(String source) {
    this.source = source;
    LogTopics.create(RealParts.get().kafka(), 12, 1);
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      from.putAll(consumer.endOffsets(partitions(consumer)));
    }
  }

  /** Everything, in the order of each partition. */
  List<Envelope> events() {
    return records().stream()
        .filter(r -> !r.topic().equals(Topics.HEARTBEATS))
        .map(r -> Envelope.parse(r.value()))
        .toList();
  }

  /** Reads on from where this began, without keeping anything. */
  KafkaConsumer<byte[], byte[]> follow() {
    KafkaConsumer<byte[], byte[]> consumer = consumer();
    consumer.assign(
        partitions(consumer).stream().filter(p -> p.topic().equals(Topics.REFERRALS)).toList());
    consumer.assignment().forEach(partition -> consumer.seek(partition, from.get(partition)));
    return consumer;
  }

  /** Ids in the order of each partition, repeats left out. */
  List<String> firstOccurrences() {
    return events().stream().map(Envelope::id).distinct().toList();
  }

  List<Heartbeat> heartbeats() {
    return records().stream()
        .filter(r -> r.topic().equals(Topics.HEARTBEATS))
        .map(RelayLog::heartbeat)
        .toList();
  }

  /** The promise: all that was committed, nothing else, streams in order, repeats identical. */
  void mustTell(List<Envelope> committed) {
    Map<String, Envelope> expected =
        committed.stream().collect(Collectors.toMap(Envelope::id, event -> event));
    Map<String, byte[]> seen = new HashMap<>();
    Map<String, Long> lastOf = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records()) {
      if (record.topic().equals(Topics.HEARTBEATS)) continue;
      Envelope event = Envelope.parse(record.value());
      assertThat(expected).as("was committed: %s", event).containsKey(event.id());
      assertThat(record.topic()).isEqualTo(Topics.of(event));
      assertThat(new String(record.key(), StandardCharsets.UTF_8))
          .isEqualTo(event.referral() == null ? event.subject() : event.referral());
      byte[] before = seen.putIfAbsent(event.id(), record.value());
      if (before != null) {
        assertThat(record.value()).as("repeat of %s", event.id()).isEqualTo(before);
        continue;
      }
      assertThat(record.value()).isEqualTo(expected.get(event.id()).bytes());
      Long last = lastOf.put(event.subject(), event.streamSequence());
      assertThat(event.streamSequence())
          .as(
              "stream %s at %s-%d@%d",
              event.subject(), record.topic(), record.partition(), record.offset())
          .isEqualTo(last == null ? 0 : last + 1);
    }
    Set<String> missing = new java.util.TreeSet<>(expected.keySet());
    missing.removeAll(seen.keySet());
    assertThat(missing.stream().map(expected::get)).as("committed, not on the log").isEmpty();
  }

  long records(String eventId) {
    return events().stream().filter(event -> event.id().equals(eventId)).count();
  }

  private List<ConsumerRecord<byte[], byte[]>> records() {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      from.forEach(consumer::seek);
      while (end.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue()))
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
    }
    found.sort(
        Comparator.comparing(ConsumerRecord<byte[], byte[]>::topic)
            .thenComparing(ConsumerRecord::partition)
            .thenComparing(ConsumerRecord::offset));
    return found.stream().filter(this::isOurs).toList();
  }

  private boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
    return record.topic().equals(Topics.HEARTBEATS)
        ? heartbeat(record).source().equals(source)
        : Envelope.parse(record.value()).source().equals(source);
  }

  private static Heartbeat heartbeat(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Heartbeat.parse(record.value());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return List.of(Topics.REFERRALS, Topics.REGISTER, Topics.ACCESS, Topics.HEARTBEATS).stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private static KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            RealParts.get().kafka(),
            "key.deserializer",
            ByteArrayDeserializer.class,
            "value.deserializer",
            ByteArrayDeserializer.class));
  }
}
