package baton.journal.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;

/** What dashboards and alert rules see of the audit; not a number where another instance audits. */
final class AuditMetrics {
  private final Counter records;
  private volatile Round last;
  private volatile Round current;

  AuditMetrics(MeterRegistry meters) {
    records =
        Counter.builder("baton.audit.records")
            .description("Records of the log that were read to be compared with the store")
            .register(meters);
    Gauge.builder("baton.audit.differences", this, AuditMetrics::differences)
        .description("Differences between store and log that the audit has found")
        .register(meters);
    Gauge.builder("baton.audit.age", this, AuditMetrics::age)
        .description("Time since the last audit was finished")
        .baseUnit("seconds")
        .register(meters);
  }

  void read(int more) {
    records.increment(more);
  }

  void at(Round round) {
    current = round;
    if (!round.runs()) last = round;
  }

  /** Of the last audit, until one that runs has found more. */
  private double differences() {
    Round ended = last;
    Round running = current;
    if (running == null) return Double.NaN;
    return Math.max(running.differences(), ended == null ? 0 : ended.differences());
  }

  private double age() {
    Round ended = last;
    return ended == null
        ? Double.NaN
        : Duration.between(ended.endedAt(), InstantSource.system().instant()).toMillis() / 1_000.0;
  }
}
