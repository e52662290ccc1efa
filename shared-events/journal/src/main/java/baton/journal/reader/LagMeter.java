package baton.journal.reader;

import baton.journal.reader.ReaderStatus.Lag;
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
    var lags = new HashMap<TopicPartition, Lag>();
    for (var entry : placement.positions().entrySet())
      lags.put(entry.getKey(), lag(entry.getKey(), entry.getValue().readUpTo(), now));
    status.lag(inFlight.size(), lags);
    metrics.reads(lags.keySet());
  }

  private Lag lag(TopicPartition partition, Instant readUpTo, Instant now) {
    // Where it is not known yet something may be unread: late is never green.
    long unread = consumer.currentLag(partition).orElse(1);
    if (unread == 0 && inFlight.isEmpty()) {
      placement.caughtUp(partition, now);
      return new Lag(0, now, 0);
    }
    double seconds = readUpTo == null ? 0 : Duration.between(readUpTo, now).toMillis() / 1_000.0;
    return new Lag(unread, readUpTo, seconds);
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
