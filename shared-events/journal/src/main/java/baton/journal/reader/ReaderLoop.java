package baton.journal.reader;

import baton.journal.reader.InFlight.Polled;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
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
  private static final Duration LEAVING = Duration.ofSeconds(5);

  private final List<String> topics;
  private final Consumer<String, byte[]> consumer;
  private final TopicIds ids;
  private final RecordDecoder decoder;
  private final InFlight inFlight;
  private final Placement placement;
  private final InFlightWork work;
  private final LagMeter lag;
  private final ReaderStatus status;

  private final InstantSource system;
  private final Stop stop;
  private final Backoff backoff = new Backoff();
  private Instant polledAt = Instant.EPOCH;

  ReaderLoop(
      List<String> topics,
      Consumer<String, byte[]> consumer,
      TopicIds ids,
      RecordDecoder decoder,
      InFlight inFlight,
      Placement placement,
      InFlightWork work,
      LagMeter lag,
      ReaderStatus status,
      InstantSource system,
      Stop stop) {
    this.topics = topics;
    this.consumer = consumer;
    this.ids = ids;
    this.decoder = decoder;
    this.inFlight = inFlight;
    this.placement = placement;
    this.work = work;
    this.lag = lag;
    this.status = status;
    this.system = system;
    this.stop = stop;
  }

  @Override
  public void run() {
    try {
      consumer.subscribe(topics, placement);
      ids.turn(system.instant());
      while (!stop.asked()) turn();
      status.is(ReaderState.STOPPED, "it was stopped");
    } catch (ReaderRefused refused) {
      LOG.error("The reader stops: {}", refused.getMessage());
      status.is(ReaderState.REFUSED, refused.getMessage());
    } catch (WakeupException | InterruptException stopped) {
      status.is(
          stop.asked() ? ReaderState.STOPPED : ReaderState.DEAD,
          stop.asked() ? "it was stopped" : "its thread was interrupted");
    } catch (RuntimeException | Error defect) {
      LOG.error("The reader died: {}", Failure.line(defect));
      status.is(ReaderState.DEAD, Failure.line(defect));
    } finally {
      leave();
    }
  }

  /** From any thread. What runs is finished or rolled back first. */
  void stop() {
    stop.ask();
    consumer.wakeup();
  }

  private void turn() {
    try {
      poll();
      ids.turn(system.instant());
      placement.place();
      work();
      if (inFlight.isEmpty() && placement.isSettled()) backoff.reset();
    } catch (ReaderRefused | WakeupException | InterruptException end) {
      throw end;
    } catch (RuntimeException failure) {
      trouble(failure);
    }
    status.turned(polledAt, ids.answeredAt());
    lag.turn(system.instant());
    say();
  }

  private void poll() {
    boolean free = inFlight.isEmpty();
    if (free) {
      work.startAfresh();
      consumer.resume(placement.positions().keySet());
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
    } catch (WakeupException | InterruptException end) {
      throw end;
    } catch (KafkaException failure) {
      awaitPause();
      throw failure;
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
      if (stop.asked(backoff.pause())) throw new WakeupException();
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
  }

  private void work() {
    while (!inFlight.isEmpty() && !stop.asked()) {
      if (!work.step()) return;
      backoff.reset();
      if (system.instant().isAfter(polledAt.plus(KEEP_ALIVE))) return;
    }
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
    if (!backoff.pause().isZero() || !inFlight.isEmpty()) return;
    if (ids.trouble() != null) {
      status.is(ids.known() ? ReaderState.RETRYING : ReaderState.STARTING, ids.trouble());
    } else if (placement.isSettled()) {
      status.is(ReaderState.READING, null);
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
}
