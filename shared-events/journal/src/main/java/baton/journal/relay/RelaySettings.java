package baton.journal.relay;

import static org.apache.kafka.clients.producer.ProducerConfig.*;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * @param source such as {@code /intake-service}
 * @param instance names this process in heartbeats
 * @param kafka how to reach the broker: {@code bootstrap.servers} and security
 * @param batchRecords at most so many events are sent before the cursor moves
 * @param pollEvery the longest wait for something to publish when no commit wakes the relay
 * @param heartbeatEvery system time; whoever judges what falls due waits for one
 */
public record RelaySettings(
    String source,
    String instance,
    Map<String, Object> kafka,
    int batchRecords,
    Duration pollEvery,
    Duration heartbeatEvery) {

  public static RelaySettings of(String source, String instance, Map<String, Object> kafka) {
    return new RelaySettings(
        source, instance, kafka, 1000, Duration.ofMillis(250), Duration.ofMillis(500));
  }

  /**
   * Ordered and durable: retries never reorder a partition, and never end, because giving up on one
   * record while later ones are under way would let them overtake it.
   */
  Map<String, Object> producer() {
    Map<String, Object> producer = new HashMap<>(kafka);
    producer.put(KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    producer.put(VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    producer.put(ACKS_CONFIG, "all");
    producer.put(ENABLE_IDEMPOTENCE_CONFIG, true);
    producer.put(MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
    producer.put(DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    producer.put(COMPRESSION_TYPE_CONFIG, "lz4");
    producer.put(LINGER_MS_CONFIG, 5);
    producer.put(BATCH_SIZE_CONFIG, 128 * 1024);
    producer.put(MAX_REQUEST_SIZE_CONFIG, 1024 * 1024);
    return producer;
  }
}
