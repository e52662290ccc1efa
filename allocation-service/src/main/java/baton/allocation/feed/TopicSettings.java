package baton.allocation.feed;

import static org.apache.kafka.clients.producer.ProducerConfig.*;

import baton.platform.topics.TopicClients;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How who sends a force's feed to its topic is set; how the broker is reached is given. */
final class TopicSettings {
  /**
   * From when an entry is opened until it is on the topic, at most: then it is read anew, for it
   * may have been withdrawn.
   */
  private static final Duration DELIVERY = Duration.ofSeconds(10);

  private static final Duration TRANSACTION = Duration.ofSeconds(30);

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
    producer.put(REQUEST_TIMEOUT_MS_CONFIG, (int) TopicClients.ANSWER.toMillis());
    producer.put(DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
    producer.put(MAX_BLOCK_MS_CONFIG, DELIVERY.toMillis());
    producer.put(LINGER_MS_CONFIG, 5);
    producer.put(COMPRESSION_TYPE_CONFIG, "lz4");
    producer.put(MAX_REQUEST_SIZE_CONFIG, TopicClients.RECORD_MAX);
    producer.put(BUFFER_MEMORY_CONFIG, 4L * TopicClients.RECORD_MAX);
    producer.put(ENABLE_METRICS_PUSH_CONFIG, false);
    return producer;
  }
}
