package baton.journal.reader;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a stretch of the log from end to end, for a sweep: no group, no checkpoint, no database,
 * and no effect on the live reader.
 */
public final class LogScan {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration STALLED = Duration.ofSeconds(30);
  private static final int FETCH_WAIT_MILLIS = 5;

  private LogScan() {}

  /**
   * Hands every record of the stretch over, topic after topic in the order given, and in the order
   * of the log within each partition.
   *
   * @param connection how to reach the broker: {@code bootstrap.servers} and security
   * @param topics read one after the other: the register first
   * @param from the first offset of each partition; 0 for those absent
   * @param to where each partition ends, exclusive; those absent are not read
   * @param progress told after every poll how many records have been handed over
   * @param cancelled asked before every poll
   * @return how many records were handed over; fewer than there are if it was cancelled
   * @throws LogStalled if the log gives nothing more before an end is reached
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be read
   */
  public static long read(
      Map<String, Object> connection,
      List<String> topics,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Consumer<ConsumerRecord<String, byte[]>> each,
      LongConsumer progress,
      BooleanSupplier cancelled) {
    long handed = 0;
    try (var kafka =
        new KafkaConsumer<>(
            settings(connection), new StringDeserializer(), new ByteArrayDeserializer())) {
      for (String topic : topics) {
        var stretch = new Stretch(kafka, topic, from, to);
        while (!stretch.isDone()) {
          if (cancelled.getAsBoolean()) return handed;
          handed += stretch.poll(each);
          progress.accept(handed);
        }
      }
    }
    return handed;
  }

  /**
   * Where the log ends now.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not say
   */
  public static Map<TopicPartition, Long> ends(
      Map<String, Object> connection, List<String> topics) {
    try (var admin = Admin.create(connection)) {
      return LogEnds.of(admin, topics);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("the broker does not say where the log ends", failure);
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
  }

  /**
   * The broker's ids of these topics: a topic made again under the same name has another.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not say
   */
  public static Map<String, String> topicIds(Map<String, Object> connection, List<String> topics) {
    try (var admin = Admin.create(connection)) {
      var ids = new HashMap<String, String>();
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get()
          .forEach((topic, description) -> ids.put(topic, description.topicId().toString()));
      return ids;
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("the broker does not name its topics", failure);
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
  }

  /** For a consumer that reads a stretch of the log whose end is known. */
  public static Map<String, Object> settings(Map<String, Object> connection) {
    var settings = new HashMap<>(connection);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    // Where nothing is left nothing is waited for: closing would wait for the broker's answer.
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
    return settings;
  }

  /** What is read of one topic. */
  private static final class Stretch {
    private final KafkaConsumer<String, byte[]> kafka;
    private final Map<TopicPartition, Long> ends = new LinkedHashMap<>();
    private Duration silence = Duration.ZERO;

    Stretch(
        KafkaConsumer<String, byte[]> kafka,
        String topic,
        Map<TopicPartition, Long> from,
        Map<TopicPartition, Long> to) {
      this.kafka = kafka;
      to.forEach(
          (partition, end) -> {
            boolean wanted = partition.topic().equals(topic);
            if (wanted && end > from.getOrDefault(partition, 0L)) ends.put(partition, end);
          });
      kafka.assign(ends.keySet());
      for (TopicPartition partition : ends.keySet())
        kafka.seek(partition, from.getOrDefault(partition, 0L));
    }

    boolean isDone() {
      return ends.isEmpty();
    }

    long poll(Consumer<ConsumerRecord<String, byte[]>> each) {
      long handed = 0;
      var records = kafka.poll(POLL);
      for (TopicPartition partition : records.partitions()) {
        for (var record : records.records(partition)) {
          // Read along behind the end: it belongs to a later sweep.
          if (record.offset() >= ends.get(partition)) break;
          each.accept(record);
          handed++;
        }
      }
      boolean reached =
          ends.entrySet().removeIf(end -> kafka.position(end.getKey()) >= end.getValue());
      if (reached) kafka.assign(ends.keySet());
      await(handed);
      return handed;
    }

    private void await(long handed) {
      silence = handed > 0 || isDone() ? Duration.ZERO : silence.plus(POLL);
      if (silence.compareTo(STALLED) > 0) throw new LogStalled(ends);
    }
  }
}
