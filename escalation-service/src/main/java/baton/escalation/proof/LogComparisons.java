package baton.escalation.proof;

import baton.escalation.platform.EscalationConfig;
import baton.journal.store.Transactions;
import baton.platform.BatonConfig;
import baton.platform.sql.Sql;
import baton.platform.wiring.LogConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has log and archive compared with the leaves, by one instance at a time, again and again. */
@Singleton
public class LogComparisons {
  private static final Logger LOG = LoggerFactory.getLogger(LogComparisons.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration STALLED = Duration.ofSeconds(30);
  private static final long STOP_MAX_SECONDS = 10;

  /** True for the one instance whose turn it is. */
  private static final String CLAIM =
      """
      insert into proof_comparison (id, started_at) values (1, now())
      on conflict (id) do update set started_at = now()
        where proof_comparison.started_at <= now() - ? * interval '1 millisecond'
      returning id
      """;

  private final LogComparer comparer;
  private final ArchiveComparer archive;
  private final Transactions transactions;
  private final Map<String, Object> kafka;
  private final Duration every;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("log-comparison").daemon().factory());
  private volatile boolean stopping;

  LogComparisons(
      LogComparer comparer,
      ArchiveComparer archive,
      Transactions transactions,
      BatonConfig config,
      EscalationConfig escalation) {
    this.comparer = comparer;
    this.archive = archive;
    this.transactions = transactions;
    this.every = escalation.proof().compareEvery();
    this.kafka = LogConnection.of(config);
    kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // What was cut off at the beginning is missing, not an error.
    kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
  }

  void start(@Observes StartupEvent event) {
    if (every.isZero()) return;
    executor.scheduleWithFixedDelay(
        this::takeTurn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    executor.shutdown();
    executor.awaitTermination(STOP_MAX_SECONDS, TimeUnit.SECONDS);
  }

  private void takeTurn() {
    try {
      boolean mine =
          transactions.inTransaction(
              () ->
                  Sql.on(transactions.connection(), "the turn to compare")
                      .find(CLAIM, row -> true, every.toMillis() / 2)
                      .isPresent());
      if (mine) compareAll();
    } catch (RuntimeException failure) {
      LOG.warn("The log is compared with its leaves another time: {}", failure.getMessage());
    }
  }

  /** The archive whole, the log of every topic that is still there. */
  void compareAll() {
    List<Tree> onLog = comparer.trees();
    for (Tree tree : archive.trees()) {
      if (stopping) return;
      // A topic that was made anew is on the log no more: its name stands for another one.
      boolean there = onLog.stream().anyMatch(each -> each.id() == tree.id());
      LogComparer.Log log = there ? this::read : (of, taker) -> {};
      archive
          .compare(tree, log)
          .ifPresent(found -> LOG.error("The archive was altered: {} in {}", found, tree.origin()));
    }
    for (Tree tree : onLog) {
      if (stopping) return;
      comparer
          .compare(tree, this::read)
          .ifPresent(found -> LOG.error("The log was altered: {} in {}", found, tree.origin()));
    }
  }

  private void read(Tree tree, LogComparer.Taker taker) {
    var place = new TopicPartition(tree.topic(), tree.partition());
    try (var consumer =
        new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(place));
      consumer.seekToBeginning(List.of(place));
      long end = Math.min(tree.nextOffset(), consumer.endOffsets(List.of(place)).get(place));
      long since = System.nanoTime();
      while (consumer.position(place) < end) {
        if (stopping) throw new IllegalStateException("the service stops");
        var records = consumer.poll(POLL).records(place);
        for (ConsumerRecord<byte[], byte[]> record : records)
          if (record.offset() < end && !taker.take(record.offset(), value(record))) return;
        if (!records.isEmpty()) since = System.nanoTime();
        else if (System.nanoTime() - since > STALLED.toNanos())
          throw new IllegalStateException("the broker gives no more of " + place);
      }
    }
  }

  private static byte[] value(ConsumerRecord<byte[], byte[]> record) {
    return record.value() == null ? new byte[0] : record.value();
  }
}
