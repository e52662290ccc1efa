package baton.allocation.feed;

import static org.apache.kafka.clients.producer.ProducerConfig.*;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How Kafka's clients are set for the feeds' topics; how the broker is reached is given. */
final class TopicSettings {
  /** How long the broker may take to answer a question. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /**
   * From when an entry is opened until it is on the topic, at most: then it is read anew, for it
   * may have been withdrawn.
   */
  private static final Duration DELIVERY = Duration.ofSeconds(10);

  private static final Duration TRANSACTION = Duration.ofSeconds(30);
  private static final int RECORD_MAX = 2 * 1024 * 1024;

  private TopicSettings() {}

  /**
   * One at a time for each force, whoever runs it: the broker refuses what an older one still
   * sends. Retries never reorder, and what was sent in part counts as not sent.
   */
  static Map<String, Object> producer(Map<String, Object> kafka, String topic) {
    Map<String, Object> producer = new HashMap<>(kafka);
    producer.put(KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    producer.put(VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    producer.put(TRANSACTIONAL_ID_CONFIG, topic);
    producer.put(TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION.toMillis());
    producer.put(ACKS_CONFIG, "all");
    producer.put(ENABLE_IDEMPOTENCE_CONFIG, true);
    producer.put(MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
    producer.put(REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    producer.put(DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
    producer.put(MAX_BLOCK_MS_CONFIG, DELIVERY.toMillis());
    producer.put(LINGER_MS_CONFIG, 5);
    producer.put(COMPRESSION_TYPE_CONFIG, "lz4");
    producer.put(MAX_REQUEST_SIZE_CONFIG, RECORD_MAX);
    producer.put(BUFFER_MEMORY_CONFIG, 4L * RECORD_MAX);
    producer.put(ENABLE_METRICS_PUSH_CONFIG, false);
    return producer;
  }

  /** In no group: the places stand in the database. */
  static Map<String, Object> consumer(Map<String, Object> kafka) {
    Map<String, Object> consumer = new HashMap<>(kafka);
    consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
    consumer.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, RECORD_MAX);
    consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, RECORD_MAX / 4);
    consumer.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    consumer.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    consumer.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    return consumer;
  }

  static Map<String, Object> admin(Map<String, Object> kafka) {
    Map<String, Object> admin = new HashMap<>(kafka);
    admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    admin.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    return admin;
  }
}
