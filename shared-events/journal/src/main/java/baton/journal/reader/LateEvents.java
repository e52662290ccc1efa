package baton.journal.reader;

import baton.journal.reader.Checkpoints.Checkpoint;
import baton.journal.reader.Held.Kind;
import baton.journal.reader.LogRecord.Place;
import baton.journal.store.AxonJournal;
import baton.journal.store.PageBytes;
import baton.journal.store.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what an earlier version of this service skipped because it did not know its type, with
 * the whole stories around it. It looks again and again: while an upgrade rolls, another instance
 * may still be of the earlier version. What was parked because it could not be read is tried once
 * more by each process. A thread of its own; the live reader goes on.
 */
final class LateEvents implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(LateEvents.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** Stories that one reading of a partition serves at most, and one transaction draws anew. */
  private static final int STORIES_MAX = 500;

  /** Reads a stretch of one partition; as {@link LogScan} does. */
  @FunctionalInterface
  interface Stretch {
    void read(
        TopicPartition partition,
        long from,
        long to,
        Consumer<ConsumerRecord<String, byte[]>> each,
        BooleanSupplier cancelled);
  }

  private final Transactions transactions;
  private final AxonJournal journal;
  private final CheckpointRows checkpoints;
  private final UnknownRows unknown;
  private final ParkedRows parked;
  private final ParkedEvents desk;
  private final LogHandler handler;
  private final RecordDecoder decoder;
  private final Stretch log;
  private final Set<Long> triedAgain = new HashSet<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  LateEvents(
      Transactions transactions,
      AxonJournal journal,
      CheckpointRows checkpoints,
      UnknownRows unknown,
      ParkedRows parked,
      ParkedEvents desk,
      LogHandler handler,
      RecordDecoder decoder,
      Stretch log) {
    this.transactions = transactions;
    this.journal = journal;
    this.checkpoints = checkpoints;
    this.unknown = unknown;
    this.parked = parked;
    this.desk = desk;
    this.handler = handler;
    this.decoder = decoder;
    this.log = log;
  }

  void stop() {
    stopping.countDown();
  }

  @Override
  public void run() {
    try {
      do look();
      while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing is lost by a failure: the rows stay, and are looked at again. */
  private void look() {
    try {
      tryAgain();
      List<String> types = inTransaction(unknown::understood);
      if (types.isEmpty()) return;
      for (TopicPartition partition : inTransaction(tx -> unknown.partitions(tx, types)))
        apply(types, partition);
    } catch (RuntimeException failure) {
      if (!isStopping()) said(failure);
    }
  }

  /** Each once: this version can read it, or it waits for the next. */
  private void tryAgain() {
    inTransaction(unknown::unreadable)
        .forEach(
            (position, story) -> {
              if (triedAgain.add(position)
                  && desk.retry(story) instanceof Retried.Released released)
                LOG.info("Read after all: {} events of {}", released.events(), story);
            });
  }

  private void apply(List<String> types, TopicPartition partition) {
    String last = "";
    while (!isStopping()) {
      String after = last;
      List<String> stories =
          inTransaction(tx -> unknown.stories(tx, types, partition, after, STORIES_MAX));
      if (stories.isEmpty()) return;
      var told = new Told(partition, stories);
      told.readTo(inTransaction(tx -> checkpoint(partition)));
      LOG.info(
          "{} stories of {} hold events that were skipped: {}",
          told.stories().size(),
          partition,
          types);
      apply(types, told, told.stories());
      last = told.stories().getLast();
    }
  }

  /** All at once or, where that fails, each alone: one story must not hold up the others. */
  private void apply(List<String> types, Told told, List<String> stories) {
    try {
      inBatch(types, told, stories);
    } catch (RuntimeException failure) {
      if (isStopping() || Failure.passes(failure)) throw failure;
      if (stories.size() == 1) said(failure);
      else for (String story : stories) apply(types, told, List.of(story));
    }
  }

  private void inBatch(List<String> types, Told told, List<String> stories) {
    journal.inBatch(
        () -> {
          Connection tx = transactions.connection();
          checkpoints.own(List.of(told.partition));
          told.readTo(checkpoint(told.partition));
          // What was read meanwhile may have made them too many; the others' turn comes later.
          List<String> now = stories.stream().filter(told.stories::contains).toList();
          List<LogRecord> late = unknown.records(tx, types, now);
          for (LogRecord one : late) if (!one.own()) transactions.witnessed(one.event());
          handler.handle(late);
          handler.retold(told.applied(now));
          unknown.remove(tx, types, now);
          return null;
        });
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private static void said(RuntimeException failure) {
    LOG.warn("Skipped events could not be applied yet: {}", Failure.line(failure));
  }

  private Checkpoint checkpoint(TopicPartition partition) throws SQLException {
    return checkpoints.read(List.of(partition.topic())).get(partition);
  }

  private <T> T inTransaction(Read<T> read) {
    return transactions.inTransaction(() -> read.from(transactions.connection()));
  }

  @FunctionalInterface
  private interface Read<T> {
    T from(Connection transaction) throws SQLException;
  }

  /**
   * What the log tells of some stories, as far as this service has read it: of the first ones that
   * fit into a page together, and of one at least.
   */
  private final class Told {
    private final TopicPartition partition;
    private final SequencedSet<String> stories;
    private final List<LogRecord> records = new ArrayList<>();
    private long bytes;
    private long next;

    Told(TopicPartition partition, List<String> stories) {
      this.partition = partition;
      this.stories = new LinkedHashSet<>(stories);
    }

    List<String> stories() {
      return List.copyOf(stories);
    }

    void readTo(Checkpoint end) {
      if (end.next() == next) return;
      log.read(
          partition,
          next,
          end.next(),
          record -> take(record, end.topicId()),
          LateEvents.this::isStopping);
      if (isStopping()) throw new IllegalStateException("the reader was stopped");
      next = end.next();
    }

    private void take(ConsumerRecord<String, byte[]> record, String topicId) {
      if (!stories.contains(record.key())) return;
      LogRecord read =
          decoder.decode(
              record.topic(),
              topicId,
              record.partition(),
              record.offset(),
              record.key(),
              record.value());
      if (read.event() == null) return;
      records.add(read);
      bytes += read.value().length;
      while (bytes > PageBytes.MAX && stories.size() > 1) leaveOut(stories.removeLast());
    }

    private void leaveOut(String story) {
      records.removeIf(
          record -> {
            if (!record.key().equals(story)) return false;
            bytes -= record.value().length;
            return true;
          });
    }

    /** Without what still waits for a predecessor. */
    List<LogRecord> applied(List<String> wanted) throws SQLException {
      Set<Place> waiting = new HashSet<>();
      for (var one : parked.records(wanted, Kind.WAITING)) waiting.add(one.record().place());
      return records.stream()
          .filter(record -> wanted.contains(record.key()) && !waiting.contains(record.place()))
          .toList();
    }
  }
}
