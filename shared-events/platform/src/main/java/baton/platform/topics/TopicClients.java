package baton.platform.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How Kafka's clients are set for the forces' topics; how the broker is reached is given. */
public final class TopicClients {
  /** How long the broker may take to answer a question. */
  public static final Duration ANSWER = Duration.ofSeconds(5);

  /** Bytes of a record, at most. */
  public static final int RECORD_MAX = 2 * 1024 * 1024;

  private TopicClients() {}

  /** In no group: the places stand in the database. */
  public static Map<String, Object> consumer(Map<String, Object> kafka) {
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
