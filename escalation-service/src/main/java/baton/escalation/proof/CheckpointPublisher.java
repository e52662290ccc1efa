package baton.escalation.proof;

import baton.journal.envelope.Topics;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.wiring.LogConnection;
import baton.proof.Checkpoint;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Tells the log what was signed, the oldest first, keyed by origin. One that was sent before a
 * crash may be sent again, in the same bytes. Called by one thread.
 */
@Singleton
class CheckpointPublisher {
  private static final int AT_ONCE = 100;
  private static final int ANSWER_MILLIS = 10_000;

  private final Transactions transactions;
  private final Map<String, Object> settings;
  private KafkaProducer<String, String> producer;

  CheckpointPublisher(Transactions transactions, BatonConfig config) {
    this.transactions = transactions;
    settings = LogConnection.of(config);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * ANSWER_MILLIS);
  }

  /**
   * @throws KafkaException if the broker does not take it; it is sent again next time
   */
  synchronized void publish() {
    List<CheckpointTable.Row> rows =
        transactions.inTransaction(
            () -> CheckpointTable.on(transactions.connection()).unpublished(AT_ONCE));
    if (rows.isEmpty()) return;
    send(rows);
    transactions.inTransaction(
        () -> {
          rows.forEach(CheckpointTable.on(transactions.connection())::published);
          return null;
        });
  }

  private void send(List<CheckpointTable.Row> rows) {
    if (producer == null)
      producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    var sent =
        rows.stream()
            .map(
                row ->
                    producer.send(
                        new ProducerRecord<>(
                            Topics.CHECKPOINTS,
                            Checkpoint.origin(row.topicId(), row.partition()),
                            row.note())))
            .toList();
    try {
      for (var each : sent) each.get();
    } catch (ExecutionException e) {
      throw new KafkaException("a checkpoint was not taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  synchronized void close() {
    if (producer != null) producer.close(Duration.ofMillis(ANSWER_MILLIS));
  }
}
