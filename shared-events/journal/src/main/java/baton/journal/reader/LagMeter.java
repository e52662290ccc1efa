package baton.journal.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far this instance is behind, and how much is parked. Belongs to the reader's thread. */
final class LagMeter {
  private static final Logger LOG = LoggerFactory.getLogger(LagMeter.class);
  private static final Duration RECOUNT = Duration.ofSeconds(10);

  private final Consumer<?, ?> consumer;
  private final Placement placement;
  private final InFlight inFlight;
  private final ParkedEvents parked;
  private final ReaderStatus status;
  private final ReaderMetrics metrics;
  private Instant countedAt = Instant.EPOCH;

  LagMeter(
      Consumer<?, ?> consumer,
      Placement placement,
      InFlight inFlight,
      ParkedEvents parked,
      ReaderStatus status,
      ReaderMetrics metrics) {
    this.consumer = consumer;
    this.placement = placement;
    this.inFlight = inFlight;
    this.parked = parked;
    this.status = status;
    this.metrics = metrics;
  }

  void turn(Instant now) {
    measure(now);
    if (now.isAfter(countedAt.plus(RECOUNT))) count(now);
  }

  private void measure(Instant now) {
    long events = inFlight.size();
    double seconds = 0;
    var upTo = new HashMap<TopicPartition, Instant>();
    for (var entry : placement.positions().entrySet()) {
      // Where it is not known yet something may be unread: late is never green.
      long unread = consumer.currentLag(entry.getKey()).orElse(1);
      if (unread == 0 && inFlight.isEmpty()) {
        placement.caughtUp(entry.getKey(), now);
        upTo.put(entry.getKey(), now);
        continue;
      }
      events += unread;
      Instant readUpTo = entry.getValue().readUpTo();
      if (readUpTo == null) continue;
      upTo.put(entry.getKey(), readUpTo);
      seconds = Math.max(seconds, Duration.between(readUpTo, now).toMillis() / 1_000.0);
    }
    status.lag(events, seconds, upTo);
  }

  private void count(Instant now) {
    countedAt = now;
    try {
      metrics.held(parked.parked(), parked.waiting());
    } catch (RuntimeException failure) {
      LOG.debug("Not counted: {}", Failure.line(failure));
    }
  }
}
