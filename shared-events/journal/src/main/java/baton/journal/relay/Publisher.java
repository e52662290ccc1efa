package baton.journal.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.journal.envelope.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Sends whole batches and waits for all acknowledgements. The first error closes the producer in
 * the moment in which it is heard of: nothing that waits behind a failed record may overtake it.
 */
final class Publisher implements AutoCloseable {
  /**
   * What no repetition mends, because the record itself is at fault. Any other error (a topic that
   * is missing, a right that is not given) concerns all records, and is tried again for ever.
   */
  private static final Set<Class<? extends Exception>> REFUSALS =
      Set.of(
          RecordTooLargeException.class,
          RecordBatchTooLargeException.class,
          InvalidRecordException.class,
          InvalidTimestampException.class);

  private record Failure(int record, Exception error) {}

  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<Failure> failure = new AtomicReference<>();

  Publisher(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * @throws Unpublishable the broker refuses this very event: only told of a batch of one, because
   *     a refused batch may not say which record was at fault
   * @throws RefusedBatch one of several was refused
   * @throws SendFailed any other error
   */
  Acked publish(List<StoredEvent> events)
      throws Unpublishable, RefusedBatch, SendFailed, InterruptedException {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(events.size());
    for (StoredEvent event : events)
      records.add(
          new ProducerRecord<>(
              event.topic(), event.key().getBytes(UTF_8), event.envelope().bytes()));
    try {
      return send(records);
    } catch (SendFailed e) {
      if (e.getCause() == null || !REFUSALS.contains(e.getCause().getClass())) throw e;
      if (events.size() > 1) throw new RefusedBatch(e.getCause());
      throw new Unpublishable(events.getFirst(), e.getCause().getMessage());
    }
  }

  void beat(Heartbeat heartbeat) throws SendFailed, InterruptedException {
    send(
        List.of(
            new ProducerRecord<>(
                Topics.HEARTBEATS, heartbeat.source().getBytes(UTF_8), heartbeat.bytes())));
  }

  private Acked send(List<ProducerRecord<byte[], byte[]>> records)
      throws SendFailed, InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
    try {
      for (int i = 0; i < records.size() && failure.get() == null; i++) {
        int record = i;
        sent.add(producer.send(records.get(i), (acked, error) -> heard(record, error)));
      }
      if (failure.get() == null) producer.flush();
    } catch (org.apache.kafka.common.errors.InterruptException stopped) {
      throw interrupted();
    } catch (KafkaException | IllegalStateException closed) {
      failure.compareAndSet(null, new Failure(sent.size(), closed));
    }
    return allOf(sent);
  }

  private Acked allOf(List<Future<RecordMetadata>> sent) throws SendFailed, InterruptedException {
    Failure failed = failure.get();
    if (failed != null) {
      close();
      throw new SendFailed(
          "record " + failed.record() + " of a batch was not sent", failed.error());
    }
    Acked acked = new Acked();
    try {
      for (Future<RecordMetadata> record : sent) acked.add(record.get());
    } catch (ExecutionException e) {
      close();
      throw new SendFailed("a record was not acknowledged", e.getCause());
    }
    return acked;
  }

  /** On the producer's own thread. */
  private void heard(int record, Exception error) {
    if (error != null && failure.compareAndSet(null, new Failure(record, error))) close();
  }

  private static InterruptedException interrupted() {
    Thread.interrupted();
    return new InterruptedException("stopped while sending");
  }

  /** At once: what is not on the log yet is sent again from the cursor. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
