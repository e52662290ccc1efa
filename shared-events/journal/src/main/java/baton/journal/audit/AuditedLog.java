package baton.journal.audit;

import static java.util.stream.Collectors.toMap;

import baton.journal.reader.LogEnds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The log as the audit reads it: no group, no effect on any reader. */
final class AuditedLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final OffsetSpec EARLIEST = OffsetSpec.earliest();

  private final Map<String, Object> kafka;
  private final List<String> topics;
  private final KafkaConsumer<byte[], byte[]> consumer;

  AuditedLog(Map<String, Object> kafka, List<String> topics) {
    this.kafka = kafka;
    this.topics = topics;
    this.consumer =
        new KafkaConsumer<>(
            consumerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Every partition from the first offset that it has to where it ends now. */
  List<Place> places() {
    try (Admin admin = Admin.create(adminSettings())) {
      Map<String, String> ids =
          admin.describeTopics(topics).allTopicNames().get().entrySet().stream()
              .collect(toMap(Map.Entry::getKey, topic -> topic.getValue().topicId().toString()));
      Map<TopicPartition, Long> ends = LogEnds.of(admin, topics);
      var first = admin.listOffsets(ends.keySet().stream().collect(toMap(p -> p, p -> EARLIEST)));
      var places = new ArrayList<Place>();
      for (var end : ends.entrySet())
        places.add(
            new Place(
                end.getKey(),
                ids.get(end.getKey().topic()),
                first.partitionResult(end.getKey()).get().offset(),
                end.getValue()));
      return places;
    } catch (ExecutionException e) {
      throw new KafkaException("the broker does not say where the log ends", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  void goTo(Collection<Place> places) {
    var open = places.stream().filter(place -> !place.done()).toList();
    consumer.assign(open.stream().map(Place::partition).toList());
    for (Place place : open) consumer.seek(place.partition(), place.next());
  }

  /**
   * What comes next.
   *
   * @param records before the ends
   * @param read how many records were read for it: of each partition some may stand behind its end,
   *     once
   * @param reached partitions that were read to their ends, and are not read any further
   */
  record Polled(
      List<ConsumerRecord<byte[], byte[]>> records, int read, Set<TopicPartition> reached) {}

  /**
   * @param places of all partitions
   */
  Polled poll(Map<TopicPartition, Place> places) {
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    for (ConsumerRecord<byte[], byte[]> record : polled) {
      var at = places.get(new TopicPartition(record.topic(), record.partition()));
      if (record.offset() < at.end()) records.add(record);
    }
    var open = new HashSet<>(consumer.assignment());
    var reached = new HashSet<TopicPartition>();
    for (TopicPartition partition : open)
      if (consumer.position(partition) >= places.get(partition).end()) reached.add(partition);
    if (open.removeAll(reached)) consumer.assign(open);
    return new Polled(records, polled.count(), reached);
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(ANSWER));
  }

  private Map<String, Object> consumerSettings() {
    var settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    return settings;
  }

  private Map<String, Object> adminSettings() {
    var settings = new HashMap<>(kafka);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    settings.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    return settings;
  }
}
