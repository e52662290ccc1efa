package baton.journal.reader;

import baton.journal.envelope.Envelope;
import baton.testing.RealParts;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Two topics on the real broker that no other test knows, and a writer to them. */
final class TestLog implements AutoCloseable {
  static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", RealParts.get().kafka());

  final String referrals = "referrals-" + UuidCreator.getTimeOrderedEpoch();
  final String register = "register-" + UuidCreator.getTimeOrderedEpoch();
  private final int partitions;
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(KAFKA, new ByteArraySerializer(), new ByteArraySerializer());

  TestLog(int partitions) {
    this.partitions = partitions;
    create();
  }

  List<String> topics() {
    return List.of(register, referrals);
  }

  /** As the relay does it: keyed by referral, or by stream on the register. */
  void write(Envelope... events) {
    for (Envelope event : events) {
      boolean ofReferral = event.referral() != null;
      write(
          ofReferral ? referrals : register,
          ofReferral ? event.referral() : event.subject(),
          event.bytes());
    }
    producer.flush();
  }

  void write(List<Envelope> events) {
    write(events.toArray(Envelope[]::new));
  }

  Future<RecordMetadata> write(String topic, String key, byte[] value) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    return producer.send(new ProducerRecord<>(topic, keyBytes, value));
  }

  void create() {
    admin(
        admin ->
            admin
                .createTopics(
                    List.of(
                        new NewTopic(referrals, partitions, (short) 1),
                        new NewTopic(register, 1, (short) 1)))
                .all()
                .get());
  }

  void delete() {
    admin(admin -> admin.deleteTopics(Set.of(referrals, register)).all().get());
  }

  private interface Asked {
    void of(Admin admin) throws ExecutionException, InterruptedException;
  }

  private static void admin(Asked asked) {
    try (Admin admin = Admin.create(KAFKA)) {
      asked.of(admin);
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    delete();
  }
}
