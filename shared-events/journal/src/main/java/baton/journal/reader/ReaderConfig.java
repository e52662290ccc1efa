package baton.journal.reader;

import baton.journal.envelope.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/**
 * What a reader reads, and how it reaches the broker.
 *
 * @param source the service, such as {@code /risk-service}
 * @param topics read together, by one consumer group
 * @param kafka connection and time limits for Kafka's consumer and admin client; what the reader's
 *     correctness depends on cannot be changed here
 * @param batch records handled in one transaction, at most
 */
public record ReaderConfig(
    String source, List<String> topics, Map<String, Object> kafka, int batch) {
  /** Larger batches gain nothing and hold the relays' horizon up for longer. */
  public static final int BATCH_MAX = 500;

  /** Ten times what a transaction may last. */
  private static final Duration POLL_INTERVAL_MAX = Duration.ofMinutes(5);

  /** How long the partitions of an instance that was killed stay with it. */
  private static final Duration SILENCE_MAX = Duration.ofSeconds(10);

  /** How long the broker may take to answer a question. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  public ReaderConfig {
    if (!source.startsWith("/"))
      throw new IllegalArgumentException("a source is a path, such as /risk-service");
    if (batch < 1 || batch > BATCH_MAX)
      throw new IllegalArgumentException("a batch holds 1 to " + BATCH_MAX + " records");
    topics = List.copyOf(topics);
    kafka = Map.copyOf(kafka);
  }

  /** Referrals and register, in batches of up to 500. */
  public static ReaderConfig of(String source, String bootstrap) {
    return new ReaderConfig(
        source,
        List.of(Topics.REGISTER, Topics.REFERRALS),
        Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
        BATCH_MAX);
  }

  /** The service's name, which is also its consumer group: {@code risk-service}. */
  public String service() {
    return source.substring(1);
  }

  Map<String, Object> admin() {
    var settings = new HashMap<>(kafka);
    settings.put(AdminClientConfig.CLIENT_ID_CONFIG, service() + "-reader-admin");
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    settings.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    settings.keySet().retainAll(AdminClientConfig.configNames());
    return settings;
  }

  Map<String, Object> consumer() {
    var settings = new HashMap<String, Object>();
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SILENCE_MAX.toMillis());
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) POLL_INTERVAL_MAX.toMillis());
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    settings.putAll(kafka);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, service() + "-reader");
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, service());
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }
}
