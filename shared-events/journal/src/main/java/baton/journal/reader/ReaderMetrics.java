package baton.journal.reader;

import baton.journal.reader.ReaderStatus.Lag;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.TopicPartition;

/** What a reader measures. Lag is that of the partitions that this instance reads. */
final class ReaderMetrics {
  private final DistributionSummary batches;
  private final Counter repeats;
  private final Counter unreadable;
  private final Counter retries;
  private final MeterRegistry meters;
  private final AtomicLong parked = new AtomicLong();
  private final AtomicLong waiting = new AtomicLong();
  private final ReaderStatus status;
  private final MultiGauge lagEvents;
  private final MultiGauge lagSeconds;
  private Set<TopicPartition> shown = Set.of();

  ReaderMetrics(MeterRegistry meters, ReaderStatus status) {
    this.status = status;
    lagEvents =
        MultiGauge.builder("baton.reader.partition.lag.events")
            .description("Records of a partition that this instance reads and has not applied")
            .register(meters);
    lagSeconds =
        MultiGauge.builder("baton.reader.partition.lag.seconds")
            .description("How long ago the first of them was written, at most")
            .baseUnit("seconds")
            .register(meters);
    this.meters = meters;
    batches = meters.summary("baton.reader.batch.size");
    repeats = meters.counter("baton.reader.repeats");
    unreadable = meters.counter("baton.reader.unreadable");
    retries = meters.counter("baton.reader.retries");
    Gauge.builder("baton.reader.lag.events", status, ReaderStatus::lagEvents).register(meters);
    Gauge.builder("baton.reader.lag.seconds", status, ReaderStatus::lagSeconds).register(meters);
    Gauge.builder("baton.parked", parked, AtomicLong::get)
        .description("referrals, and streams of the register, that wait for a person")
        .register(meters);
    Gauge.builder("baton.waiting", waiting, AtomicLong::get)
        .description("events that wait for a predecessor")
        .register(meters);
  }

  /** One row for each partition; who reads what changes seldom. */
  void reads(Set<TopicPartition> partitions) {
    if (partitions.equals(shown)) return;
    shown = Set.copyOf(partitions);
    lagEvents.register(rows(Lag::events), true);
    lagSeconds.register(rows(Lag::seconds), true);
  }

  private List<Row<?>> rows(ToDoubleFunction<Lag> value) {
    return shown.stream().<Row<?>>map(partition -> row(partition, value)).toList();
  }

  private Row<?> row(TopicPartition partition, ToDoubleFunction<Lag> value) {
    var tags =
        Tags.of("topic", partition.topic(), "partition", Integer.toString(partition.partition()));
    return Row.of(
        tags,
        status,
        now -> {
          Lag lag = now.lags().get(partition);
          return lag == null ? Double.NaN : value.applyAsDouble(lag);
        });
  }

  void batch(int records, BatchPlan plan) {
    batches.record(records);
    repeats.increment(plan.repeats());
    unreadable.increment(plan.untold());
    // By type: whoever upgrades sees which events wait for it.
    for (LogRecord one : plan.apply())
      if (UnknownRows.isUnknown(one))
        meters.counter("baton.reader.unknown", "type", one.envelope().type()).increment();
  }

  void retry() {
    retries.increment();
  }

  void held(long parkedNow, long waitingNow) {
    parked.set(parkedNow);
    waiting.set(waitingNow);
  }
}
