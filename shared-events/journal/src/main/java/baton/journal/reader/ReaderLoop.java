package baton.journal.reader;

import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.Checkpoints.Span;
import baton.journal.reader.InFlight.Polled;
import baton.journal.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The reader's thread: poll, find the place of new partitions, work, again.
 *
 * <p>One attempt at a batch is over within the transaction's time limit (30 s), a tenth of the
 * consumer's {@code max.poll.interval.ms}. Between two attempts, and between two records tried
 * singly, it polls with everything paused: so a batch that keeps failing, or a long row of single
 * records, never costs the group its member, and a rebalance reaches it in between. An instance
 * that is stopped for longer loses its partitions; its batch is then stale and rolls back.
 */
final class ReaderLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ReaderLoop.class);
  private static final Duration QUIET = Duration.ofMillis(250);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(1);
  private static final Duration RECOUNT = Duration.ofSeconds(10);
  private static final Duration LEAVING = Duration.ofSeconds(5);

  private final List<String> topics;
  private final Consumer<String, byte[]> consumer;
  private final TopicIds ids;
  private final Transactions transactions;
  private final BatchTransaction batches;
  private final RecordDecoder decoder;
  private final ParkedEvents parked;
  private final ReaderStatus status;
  private final ReaderMetrics metrics;
  private final InstantSource system = InstantSource.system();

  private final Map<TopicPartition, Checkpoint> positions = new HashMap<>();
  private final Set<TopicPartition> unplaced = new HashSet<>();
  private final BatchSize size;
  private final InFlight inFlight = new InFlight();
  private final Backoff backoff = new Backoff();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private Attempts attempts = new Attempts();
  private boolean joined;
  private Instant polledAt = Instant.EPOCH;
  private Instant countedAt = Instant.EPOCH;

  ReaderLoop(
      ReaderConfig config,
      Consumer<String, byte[]> consumer,
      TopicIds ids,
      Transactions transactions,
      BatchTransaction batches,
      RecordDecoder decoder,
      ParkedEvents parked,
      ReaderStatus status,
      ReaderMetrics metrics) {
    this.topics = config.topics();
    this.size = new BatchSize(config.batch());
    this.consumer = consumer;
    this.ids = ids;
    this.transactions = transactions;
    this.batches = batches;
    this.decoder = decoder;
    this.parked = parked;
    this.status = status;
    this.metrics = metrics;
  }

  @Override
  public void run() {
    try {
      consumer.subscribe(topics, new Rebalance());
      ids.turn(system.instant());
      while (!isStopping()) turn();
      status.is(ReaderState.STOPPED, "it was stopped");
    } catch (ReaderRefused refused) {
      LOG.error("The reader stops: {}", refused.getMessage());
      status.is(ReaderState.REFUSED, refused.getMessage());
    } catch (WakeupException | InterruptException stopped) {
      status.is(
          isStopping() ? ReaderState.STOPPED : ReaderState.DEAD,
          isStopping() ? "it was stopped" : "its thread was interrupted");
    } catch (RuntimeException | Error defect) {
      LOG.error("The reader died: {}", Failure.line(defect));
      status.is(ReaderState.DEAD, Failure.line(defect));
    } finally {
      leave();
    }
  }

  /** From any thread. What runs is finished or rolled back first. */
  void stop() {
    stopping.countDown();
    consumer.wakeup();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void turn() {
    poll();
    ids.turn(system.instant());
    status.turned(polledAt, ids.answeredAt());
    place();
    work();
    measure();
    say();
  }

  private void poll() {
    boolean free = inFlight.isEmpty();
    if (free) {
      attempts = new Attempts();
      consumer.resume(positions.keySet());
    } else {
      consumer.pause(consumer.assignment());
    }
    Duration pause = backoff.pause();
    try {
      for (var record : consumer.poll(free && pause.compareTo(QUIET) < 0 ? QUIET : pause))
        inFlight.add(polled(record));
      polledAt = system.instant();
    } catch (OffsetOutOfRangeException gone) {
      ids.askNow(system.instant());
      throw ReaderRefused.outOfRange(gone.offsetOutOfRangePartitions().toString());
    } catch (WakeupException | InterruptException stopped) {
      throw stopped;
    } catch (KafkaException failure) {
      trouble(failure);
      awaitPause();
    }
  }

  private Polled polled(ConsumerRecord<String, byte[]> record) {
    var decoded =
        decoder.decode(
            record.topic(),
            ids.id(record.topic()),
            record.partition(),
            record.offset(),
            record.key(),
            record.value());
    var partition = new TopicPartition(record.topic(), record.partition());
    return new Polled(partition, decoded, Instant.ofEpochMilli(record.timestamp()));
  }

  /** A failed poll returns at once: waiting is then ours. */
  private void awaitPause() {
    try {
      if (stopping.await(backoff.pause().toMillis(), TimeUnit.MILLISECONDS))
        throw new WakeupException();
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
  }

  /** Seeks partitions that were assigned to where this service has got to. */
  private void place() {
    if (unplaced.isEmpty() || !ids.known()) return;
    try {
      var stored =
          transactions.inTransaction(() -> Checkpoints.read(transactions.connection(), topics));
      for (TopicPartition partition : unplaced) place(partition, stored.get(partition));
      unplaced.clear();
      backoff.reset();
    } catch (ReaderRefused refused) {
      throw refused;
    } catch (RuntimeException failure) {
      trouble(failure);
    }
  }

  private void place(TopicPartition partition, Checkpoint stored) {
    String id = ids.id(partition.topic());
    if (stored != null && !stored.topicId().equals(id))
      throw ReaderRefused.otherTopic(partition.topic(), stored.topicId(), id);
    Checkpoint at = stored == null ? new Checkpoint(id, 0, null) : stored;
    consumer.seek(partition, at.next());
    positions.put(partition, at);
  }

  private void work() {
    while (!inFlight.isEmpty() && !isStopping()) {
      boolean again = attempt(inFlight.first(attempts.singly() ? 1 : size.now()));
      if (!again || system.instant().isAfter(polledAt.plus(KEEP_ALIVE))) return;
    }
  }

  /** Whether to go on at once. */
  private boolean attempt(List<Polled> part) {
    Instant begun = system.instant();
    List<Span> spans = InFlight.spans(part, positions);
    try {
      var records = InFlight.records(part);
      var plan = batches.run(spans, records, attempts.refused(), attempts.singly());
      committed(part, spans, plan);
      return true;
    } catch (StaleOwner stale) {
      LOG.info("The batch is dropped: {}", stale.getMessage());
      unplaced.addAll(inFlight.partitions());
      positions.keySet().removeAll(unplaced);
      inFlight.clear();
      consumer.pause(unplaced);
      return false;
    } catch (RuntimeException failure) {
      if (Failure.interrupts(failure)) throw new InterruptException(new InterruptedException());
      metrics.retry();
      size.failed(part.size(), Duration.between(begun, system.instant()));
      if (!Failure.passes(failure) && attempts.failed(failure)) return true;
      trouble(failure);
      return false;
    }
  }

  private void committed(List<Polled> part, List<Span> spans, BatchPlan plan) {
    for (Span span : spans)
      positions.put(span.partition(), new Checkpoint(span.topicId(), span.to(), span.readUpTo()));
    inFlight.done(part);
    backoff.reset();
    size.committed();
    if (!attempts.singly()) attempts = new Attempts();
    metrics.batch(part.size(), plan);
    for (Held one : plan.newlyParked())
      LOG.warn("Parked {}: {}, {}", one.record().story().orElse(""), one.reason(), one.error());
    if (!plan.held().isEmpty()) countedAt = Instant.EPOCH;
  }

  private void trouble(RuntimeException failure) {
    backoff.grow();
    String line = Failure.line(failure);
    // Two writers in one stream are nothing to be warned of: the next attempt is the last.
    LOG.atLevel(backoff.pause().compareTo(KEEP_ALIVE) < 0 ? Level.INFO : Level.WARN)
        .log("Tried again in {} ms: {}", backoff.pause().toMillis(), line);
    status.is(ReaderState.RETRYING, line);
  }

  private void say() {
    boolean free = backoff.pause().isZero() && inFlight.isEmpty();
    if (!free) return;
    if (ids.trouble() != null) {
      status.is(ids.known() ? ReaderState.RETRYING : ReaderState.STARTING, ids.trouble());
    } else if (joined && unplaced.isEmpty()) {
      status.is(ReaderState.READING, null);
    }
  }

  private void measure() {
    Instant now = system.instant();
    long events = inFlight.size();
    double seconds = 0;
    for (var entry : positions.entrySet()) {
      Checkpoint at = entry.getValue();
      long unread = consumer.currentLag(entry.getKey()).orElse(1);
      if (unread == 0 && inFlight.isEmpty()) {
        entry.setValue(new Checkpoint(at.topicId(), at.next(), now));
      } else {
        events += unread;
        if (at.readUpTo() != null)
          seconds = Math.max(seconds, Duration.between(at.readUpTo(), now).toMillis() / 1_000.0);
      }
    }
    status.lag(events, seconds);
    if (now.isAfter(countedAt.plus(RECOUNT))) recount(now);
  }

  private void recount(Instant now) {
    countedAt = now;
    try {
      metrics.held(parked.parked(), parked.waiting());
    } catch (RuntimeException failure) {
      LOG.debug("Not counted: {}", Failure.line(failure));
    }
  }

  private void leave() {
    // An interrupt that is still pending would keep the consumer from leaving its group.
    Thread.interrupted();
    try {
      consumer.close(CloseOptions.timeout(LEAVING));
    } catch (KafkaException failure) {
      LOG.debug("The consumer did not close in order: {}", Failure.line(failure));
    }
  }

  private final class Rebalance implements ConsumerRebalanceListener {
    /**
     * Their place is looked up after the poll, where a failing database can be waited for. Until
     * then they are paused, at an offset that only keeps the consumer from asking for one.
     */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      joined = true;
      consumer.pause(assigned);
      for (TopicPartition partition : assigned) consumer.seek(partition, 0);
      unplaced.addAll(assigned);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      inFlight.drop(revoked);
      unplaced.removeAll(Set.copyOf(revoked));
      positions.keySet().removeAll(Set.copyOf(revoked));
    }
  }
}
