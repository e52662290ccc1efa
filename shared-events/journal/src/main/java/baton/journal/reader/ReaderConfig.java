package baton.journal.reader;

import baton.journal.envelope.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

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
}
