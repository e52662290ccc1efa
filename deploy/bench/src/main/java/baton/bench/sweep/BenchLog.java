package baton.bench.sweep;

import baton.bench.log.LogMaker;
import baton.bench.log.Plan;
import baton.bench.log.Register;
import baton.contract.LogTopic;
import baton.parts.LocalBroker;
import baton.parts.LogTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A real broker with a made log: {@code baton.referrals}, {@code baton.register}, and a sample that
 * has every record of some of the referrals, for what is too slow to read all of it.
 */
final class BenchLog implements AutoCloseable {
  static final String SAMPLE = "bench.sample";
  static final int PARTITIONS = 12;
  private static final String BROKER_HEAP = "1g";

  private final LocalBroker broker;
  private final Plan plan;
  private final long sampleEvery;
  private long records;
  private long bytes;
  private long sampled;

  private BenchLog(LocalBroker broker, Plan plan, long sampleEvery) {
    this.broker = broker;
    this.plan = plan;
    this.sampleEvery = sampleEvery;
  }

  /**
   * @param sampleEvery one of so many referrals is in the sample
   */
  static BenchLog make(Path folder, Plan plan, long sampleEvery) throws Exception {
    var log = new BenchLog(LocalBroker.start(folder, 0, BROKER_HEAP), plan, sampleEvery);
    try {
      log.fill();
      return log;
    } catch (Exception e) {
      log.close();
      throw e;
    }
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  Plan plan() {
    return plan;
  }

  /** On the referrals' topic. */
  long records() {
    return records;
  }

  /** Values of these, uncompressed. */
  long bytes() {
    return bytes;
  }

  long sampled() {
    return sampled;
  }

  private void fill() throws Exception {
    LogTopics.create(bootstrap(), PARTITIONS, 1);
    var failure = new AtomicReference<Exception>();
    try (var admin =
        Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
      var sample =
          new NewTopic(SAMPLE, PARTITIONS, (short) 1).configs(LogTopic.REFERRALS.settings(1));
      admin.createTopics(List.of(sample)).all().get();
    }
    try (var producer = new KafkaProducer<byte[], byte[]>(settings())) {
      for (byte[] value : Register.records())
        send(producer, failure, LogTopic.REGISTER.topic(), null, value);
      new LogMaker(plan)
          .make(
              (referral, key, value, length) -> {
                byte[] id = key.clone();
                byte[] event = Arrays.copyOf(value, length);
                records++;
                bytes += length;
                send(producer, failure, LogTopic.REFERRALS.topic(), id, event);
                if (referral % sampleEvery == 0) {
                  sampled++;
                  send(producer, failure, SAMPLE, id, event);
                }
              });
      producer.flush();
    }
    if (failure.get() != null) throw failure.get();
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer,
      AtomicReference<Exception> failure,
      String topic,
      byte[] key,
      byte[] value) {
    producer.send(
        new ProducerRecord<>(topic, key, value),
        (_, error) -> {
          if (error != null) failure.compareAndSet(null, error);
        });
  }

  /** Batches as a relay's that catches up: some 400 records each. */
  private Map<String, Object> settings() {
    return Map.of(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap(),
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.BATCH_SIZE_CONFIG,
        400 * 1024,
        ProducerConfig.LINGER_MS_CONFIG,
        1000,
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        128L * 1024 * 1024,
        ProducerConfig.ACKS_CONFIG,
        "all");
  }

  @Override
  public void close() {
    broker.close(Duration.ofSeconds(20));
  }
}
