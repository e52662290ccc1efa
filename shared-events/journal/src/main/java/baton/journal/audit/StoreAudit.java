package baton.journal.audit;

import baton.journal.envelope.Envelope;
import baton.journal.envelope.UnreadableEvent;
import baton.journal.store.AxonJournal;
import baton.journal.store.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a service's own store with the log, in the background and at a bounded rate: every event
 * of the service that the log holds is in the store in the same bytes, and every one that was
 * published is on the log. Records {@code StoreDiffers} at the first difference of an audit and
 * {@code StoreAudited} at its end. One instance audits, the one that publishes; another one goes on
 * where it stopped. Source: design section 3, "Loss and restore".
 */
public final class StoreAudit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreAudit.class);
  private static final Duration ASKED_AGAIN = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
  private static final Duration FINISH_MAX = Duration.ofSeconds(5);

  private final AuditSettings settings;
  private final Audit audit;
  private final BooleanSupplier publishes;
  private final AuditMetrics metrics;
  private final InstantSource system = InstantSource.system();
  private final UnaryOperator<Duration> rests;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("store-audit").daemon().unstarted(this::run);

  /**
   * @param publishes whether this instance is the one that publishes the store
   */
  public StoreAudit(
      AuditSettings settings,
      Transactions transactions,
      AxonJournal journal,
      BooleanSupplier publishes,
      MeterRegistry meters) {
    this(settings, transactions, journal, publishes, meters, UnaryOperator.identity());
  }

  /**
   * @param rests how long it really waits, of how long it wants to
   */
  StoreAudit(
      AuditSettings settings,
      Transactions transactions,
      AxonJournal journal,
      BooleanSupplier publishes,
      MeterRegistry meters,
      UnaryOperator<Duration> rests) {
    this.settings = settings;
    this.rests = rests;
    this.audit = new Audit(settings, transactions, new AuditStream(journal.eventStore()));
    this.publishes = publishes;
    this.metrics = new AuditMetrics(meters);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      if (!thread.join(FINISH_MAX)) thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      boolean stopped = pause(settings.after());
      while (!stopped) stopped = pause(oneAudit());
    } catch (InterruptedException | InterruptException stopped) {
      LOG.debug("The audit was interrupted; it goes on where it stopped");
    }
  }

  /** Goes on with what runs, or begins when it is time. */
  private Duration oneAudit() throws InterruptedException {
    try {
      if (!publishes.getAsBoolean()) return ASKED_AGAIN;
      Round last = audit.current().orElse(null);
      if (last != null) metrics.at(last);
      boolean begins = last == null || !last.runs();
      if (begins
          && last != null
          && system.instant().isBefore(last.endedAt().plus(settings.every()))) return ASKED_AGAIN;
      if (begins) audit.begin();
      try (var log = new AuditedLog(settings.kafka(), settings.topics())) {
        compare(log);
      }
      return ASKED_AGAIN;
    } catch (Overtaken other) {
      return ASKED_AGAIN;
    } catch (OffsetOutOfRangeException shorter) {
      LOG.warn("The log is not the one that the audit began with: it begins again");
      audit.abandon();
      return AFTER_FAILURE;
    } catch (InterruptException stopped) {
      throw stopped;
    } catch (RuntimeException failure) {
      LOG.warn("The audit goes on in a while: {}", failure.getMessage());
      return AFTER_FAILURE;
    }
  }

  private void compare(AuditedLog log) throws InterruptedException {
    Map<TopicPartition, Place> places = audit.places();
    List<Place> now = log.places();
    if (places.isEmpty()) places = audit.begin(now);
    else if (!now.stream().allMatch(sameLog(places))) {
      audit.abandon();
      return;
    }
    log.goTo(places.values());
    while (places.values().stream().anyMatch(place -> !place.done())) {
      if (!publishes.getAsBoolean()) return;
      int read = step(log, places);
      if (pause(paceOf(read))) return;
    }
    for (var walked = audit.walk(); walked.isPresent(); walked = audit.walk()) {
      metrics.at(walked.get());
      if (pause(paceOf(1))) return;
    }
    Round ended = audit.end(system.instant());
    metrics.at(ended);
    LOG.info("Store and log compared: {}", ended);
  }

  /** How many records were read. */
  private int step(AuditedLog log, Map<TopicPartition, Place> places) {
    AuditedLog.Polled polled = log.poll(places);
    metrics.read(polled.read());
    if (polled.records().isEmpty() && polled.reached().isEmpty()) return polled.read();
    var events = new ArrayList<LogEvent>();
    var to = new HashMap<TopicPartition, Place>();
    for (var record : polled.records()) {
      var partition = new TopicPartition(record.topic(), record.partition());
      to.put(partition, places.get(partition).at(record.offset() + 1));
      own(record, events);
    }
    for (TopicPartition partition : polled.reached())
      to.put(partition, places.get(partition).at(places.get(partition).end()));
    metrics.at(audit.compare(events, places, to));
    places.putAll(to);
    return polled.read();
  }

  /** Unreadable bytes are nobody's; whoever reads them parks them. */
  private void own(ConsumerRecord<byte[], byte[]> record, List<LogEvent> events) {
    try {
      Envelope envelope = Envelope.parse(record.value());
      if (envelope.source().equals(settings.source()))
        events.add(
            new LogEvent(
                record.topic(), record.partition(), record.offset(), envelope, record.value()));
    } catch (UnreadableEvent notOurs) {
      LOG.trace("Record {} of {} is no event", record.offset(), record.topic());
    }
  }

  private static Predicate<Place> sameLog(Map<TopicPartition, Place> places) {
    return now -> {
      Place known = places.get(now.partition());
      return known != null && known.topicId().equals(now.topicId()) && known.end() <= now.end();
    };
  }

  private Duration paceOf(int records) {
    return Duration.ofSeconds(1).multipliedBy(records).dividedBy(settings.recordsPerSecond());
  }

  /** True when it is to stop. */
  private boolean pause(Duration time) throws InterruptedException {
    return stopping.await(rests.apply(time).toNanos(), TimeUnit.NANOSECONDS);
  }
}
