package baton.bench.sweep;

import baton.bench.Measured;
import baton.journal.reader.LogScan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its first offset to the end that was found at the start, by threads that have
 * a consumer and partitions of their own.
 */
final class ThreadedRead {
  /** 500 records of this size stay in a core's cache, 5,000 do not. */
  static final int POLL_RECORDS = 500;

  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrap;
  private final String topic;

  ThreadedRead(String bootstrap, String topic) {
    this.bootstrap = bootstrap;
    this.topic = topic;
  }

  /** What one thread does with what it is handed; null where it looks at nothing. */
  @FunctionalInterface
  interface Taker {
    void take(ConsumerRecord<byte[], byte[]> record);
  }

  /**
   * @param takers of each thread, by its number from 0
   */
  Measured run(int threads, IntFunction<Taker> takers) throws Exception {
    return Measured.of(
        () -> {
          long events = 0;
          try (var executor = Executors.newFixedThreadPool(threads)) {
            var parts = new ArrayList<Future<Long>>();
            for (int thread = 0; thread < threads; thread++) {
              int number = thread;
              parts.add(executor.submit(() -> read(mine(number, threads), takers.apply(number))));
            }
            for (var part : parts) events += await(part);
          }
          return events;
        });
  }

  private List<TopicPartition> mine(int thread, int threads) {
    var mine = new ArrayList<TopicPartition>();
    for (int partition = thread; partition < BenchLog.PARTITIONS; partition += threads)
      mine.add(new TopicPartition(topic, partition));
    return mine;
  }

  private long read(List<TopicPartition> partitions, Taker taker) {
    long events = 0;
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings())) {
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      consumer.seekToBeginning(partitions);
      ends.values().removeIf(end -> end == 0);
      while (!ends.isEmpty()) {
        ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
        events += batch.count();
        if (taker != null) for (ConsumerRecord<byte[], byte[]> record : batch) taker.take(record);
        for (TopicPartition partition : batch.partitions())
          ends.computeIfPresent(partition, (p, end) -> consumer.position(p) >= end ? null : end);
      }
    }
    return events;
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings =
        LogScan.settings(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
    return settings;
  }

  private static long await(Future<Long> part) throws Exception {
    try {
      return part.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
