package baton.journal.reader;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What a reader measures. Lag is that of the partitions that this instance reads. */
final class ReaderMetrics {
  private final DistributionSummary batches;
  private final Counter repeats;
  private final Counter unreadable;
  private final Counter retries;
  private final AtomicLong parked = new AtomicLong();
  private final AtomicLong waiting = new AtomicLong();

  ReaderMetrics(MeterRegistry meters, ReaderStatus status) {
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

  void batch(int records, BatchPlan plan) {
    batches.record(records);
    repeats.increment(plan.repeats());
    unreadable.increment(plan.untold());
  }

  void retry() {
    retries.increment();
  }

  void held(long parkedNow, long waitingNow) {
    parked.set(parkedNow);
    waiting.set(waitingNow);
  }
}
