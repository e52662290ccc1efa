package baton.local.recovery;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records to the log in order and durably; the first error ends it. */
public final class Sending implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private volatile Exception failure;

  public Sending(Map<String, Object> kafka) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1024 * 1024);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  public void send(ProducerRecord<byte[], byte[]> record) {
    check();
    producer.send(
        record,
        (acked, error) -> {
          if (error != null && failure == null) failure = error;
        });
  }

  /** Returns when the broker has all of it. */
  public void flush() {
    producer.flush();
    check();
  }

  private void check() {
    if (failure != null) throw new KafkaException("the log does not take a record", failure);
  }

  @Override
  public void close() {
    producer.close();
  }
}
