package baton.journal.recovery;

import baton.journal.envelope.Envelope;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.reader.LogScan;
import baton.journal.store.PageBytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares a store with the part of the log that its service has not read yet, and with the last
 * record that it has.
 *
 * <p>What was read before needs no comparing: an event is committed before it is published, and
 * published before it is read, so a store that knows of having read it holds it. Only where the
 * store's own positions contradict each other all of the log is compared.
 */
public final class OwnTail {
  private static final int BATCH = 500;

  private final Connection store;
  private final StoreView view;
  private final Lacking sink;
  private final KnownEvents known;
  private final Map<String, Envelope> batch = new LinkedHashMap<>();
  private final PageBytes page = new PageBytes();
  private final Findings findings = new Findings();

  /**
   * Takes own events that the store lacks, a page at a time, in the order of the log, each once.
   */
  @FunctionalInterface
  public interface Lacking {
    void take(List<Envelope> events) throws SQLException;
  }

  /** What a comparison found. */
  static final class Findings {
    int lacking;
    Envelope firstLacking;
    Envelope contradicted;
    String changed;
    String changedTopic;
  }

  private OwnTail(Connection store, StoreView view, Lacking sink) {
    this.store = store;
    this.view = view;
    this.sink = sink;
    this.known = new KnownEvents(store);
  }

  /**
   * Compares up to the log's present end.
   *
   * @param sink told of what is lacking, as long as nothing contradicts the store
   */
  static Findings compare(
      Map<String, Object> kafka, Connection store, StoreView view, LogView log, Lacking sink)
      throws SQLException {
    var tail = new OwnTail(store, view, sink);
    try {
      LogScan.read(
          kafka,
          LogView.TOPICS,
          tail.starts(log),
          log.ends(),
          tail::take,
          handed -> {},
          () -> tail.findings.contradicted != null);
      tail.flush();
    } catch (StoreFailed failed) {
      throw failed.cause;
    }
    return tail.findings;
  }

  private Map<TopicPartition, Long> starts(LogView log) {
    var from = new HashMap<TopicPartition, Long>();
    log.begins()
        .forEach(
            (place, begin) ->
                from.put(place, all() ? begin : Math.max(begin, view.compared(place, log) - 1)));
    return from;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      Envelope event = Envelope.parse(record.value());
      var place = new TopicPartition(record.topic(), record.partition());
      long read = view.read(place);
      if (record.offset() == read - 1) compareLastRead(record, event);
      if ((all() || record.offset() >= read) && event.source().equals(view.source()))
        own(record, event);
    } catch (UnreadableEvent foreign) {
      // Not ours: what this service publishes can be read.
    } catch (SQLException failure) {
      throw new StoreFailed(failure);
    }
  }

  private boolean all() {
    return view.trouble().isPresent();
  }

  private void compareLastRead(ConsumerRecord<String, byte[]> record, Envelope event)
      throws SQLException {
    if (known.wasRead(event) || known.waits(record)) return;
    if (findings.changed == null) {
      findings.changedTopic = record.topic();
      findings.changed =
          "%s-%d holds at offset %d event %s, which this service has never read although it has read on"
              .formatted(record.topic(), record.partition(), record.offset(), event.id());
    }
  }

  private void own(ConsumerRecord<String, byte[]> record, Envelope event) throws SQLException {
    if (!Arrays.equals(record.value(), event.bytes())) {
      // Never written by a relay: whoever did was not this service.
      findings.contradicted = event;
      return;
    }
    if (batch.putIfAbsent(event.id(), event) != null) return;
    boolean full = page.add(record.value().length);
    if (full || batch.size() >= BATCH) flush();
  }

  private void flush() throws SQLException {
    if (batch.isEmpty() || findings.contradicted != null) return;
    List<Envelope> lacking = known.lacking(List.copyOf(batch.values()));
    batch.clear();
    page.clear();
    if (lacking.isEmpty()) return;
    known.contradicted(lacking).ifPresent(event -> findings.contradicted = event);
    if (findings.contradicted != null) return;
    if (findings.firstLacking == null) findings.firstLacking = lacking.getFirst();
    findings.lacking += lacking.size();
    sink.take(lacking);
  }

  /** Carries a failure of the store out of the scan. */
  private static final class StoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final SQLException cause;

    StoreFailed(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
