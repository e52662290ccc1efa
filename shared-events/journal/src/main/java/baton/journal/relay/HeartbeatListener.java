package baton.journal.relay;

import baton.journal.envelope.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the relays of all services. Starts a little before the end of the topic, so that it knows
 * who was alive just before it came. While it cannot hear, heartbeats only grow old, and who asks
 * takes the services for silent: that is the safe side.
 */
public final class HeartbeatListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HeartbeatListener.class);
  private static final long HEARD_AGAIN = 1_000;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration FINISH_MAX = Duration.ofSeconds(5);

  private final Map<String, Object> kafka;
  private final Consumer<Heartbeat> each;
  private final Heartbeats heartbeats = new Heartbeats();
  private final InstantSource system = InstantSource.system();
  private final Map<TopicPartition, Long> livedBefore = new HashMap<>();
  private final Signal signal = new LockSignal();
  private final Thread thread =
      Thread.ofPlatform().name("heartbeats").daemon().unstarted(this::listen);
  private volatile KafkaConsumer<byte[], byte[]> current;

  /**
   * @param kafka how to reach the broker: {@code bootstrap.servers} and security
   * @param each told of every heartbeat as it comes, on the listener's thread
   */
  public HeartbeatListener(Map<String, Object> kafka, Consumer<Heartbeat> each) {
    this.kafka = new HashMap<>(kafka);
    this.kafka.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    this.kafka.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.each = each;
  }

  public void start() {
    thread.start();
  }

  public Heartbeats heartbeats() {
    return heartbeats;
  }

  private void listen() {
    while (!signal.stopped()) {
      try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka)) {
        current = consumer;
        if (startBeforeEnd(consumer)) {
          while (!signal.stopped()) consumer.poll(POLL).forEach(this::heard);
        } else if (!rested()) {
          return;
        }
      } catch (WakeupException stopped) {
        return;
      } catch (KafkaException failure) {
        LOG.warn("Heartbeats cannot be heard: {}", failure.getMessage());
        if (!rested()) return;
      }
    }
  }

  private boolean rested() {
    try {
      signal.pause(POLL);
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  /** False while the topic does not exist: a service that starts first hears of it later. */
  private boolean startBeforeEnd(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.HEARTBEATS).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    if (partitions.isEmpty()) return false;
    consumer.assign(partitions);
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    consumer
        .endOffsets(partitions)
        .forEach(
            (partition, end) -> {
              consumer.seek(partition, Math.max(first.get(partition), end - HEARD_AGAIN));
              livedBefore.put(partition, end);
            });
    return true;
  }

  private void heard(ConsumerRecord<byte[], byte[]> record) {
    try {
      Heartbeat heartbeat = Heartbeat.parse(record.value());
      keep(record, heartbeat);
      each.accept(heartbeat);
    } catch (IOException unreadable) {
      LOG.warn("Record {} of {} is no heartbeat", record.offset(), record.topic());
    }
  }

  private void keep(ConsumerRecord<byte[], byte[]> record, Heartbeat heartbeat) {
    Instant now = system.instant();
    var partition = new TopicPartition(record.topic(), record.partition());
    boolean before = record.offset() < livedBefore.getOrDefault(partition, 0L);
    if (before && heartbeat.at().isBefore(now)) heartbeats.heard(heartbeat);
    else heartbeats.heard(heartbeat, now);
  }

  @Override
  public void close() {
    signal.stop();
    KafkaConsumer<byte[], byte[]> consumer = current;
    if (consumer != null) consumer.wakeup();
    try {
      thread.join(FINISH_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
