package baton.journal.relay;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What dashboards and alert rules see of the relay. Lag is asked for when it is read. */
final class RelayMetrics {
  private static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(1);

  private final DistributionSummary batchSize;
  private final MultiGauge oldest;
  private final Supplier<RelayProgress> ask;
  private RelayProgress answer;
  private long askedAt;

  RelayMetrics(MeterRegistry registry, Supplier<RelayProgress> ask) {
    this.ask = ask;
    this.batchSize =
        DistributionSummary.builder("baton.relay.batch.size")
            .description("Events sent before the cursor moved")
            .register(registry);
    this.oldest =
        MultiGauge.builder("baton.transactions.oldest")
            .description("Age of the transaction that holds back the relays of this PostgreSQL")
            .baseUnit("seconds")
            .register(registry);
    gauge(registry, "baton.relay.lag.events", RelayProgress::lagEvents);
    gauge(registry, "baton.relay.lag.seconds", progress -> seconds(progress.lag()));
    gauge(registry, "baton.relay.held", RelayProgress::held);
    gauge(registry, "baton.relay.parked", RelayProgress::parked);
  }

  void published(int events) {
    if (events > 0) batchSize.record(events);
  }

  private void gauge(MeterRegistry registry, String name, ToDoubleFunction<RelayProgress> value) {
    Gauge.builder(name, this, metrics -> metrics.read(value)).register(registry);
  }

  /** Not a number while the database does not answer. */
  private double read(ToDoubleFunction<RelayProgress> value) {
    RelayProgress progress = progress();
    return progress == null ? Double.NaN : value.applyAsDouble(progress);
  }

  private synchronized RelayProgress progress() {
    if (answer != null && System.nanoTime() - askedAt < ASKED_AT_MOST_EVERY.toNanos())
      return answer;
    try {
      answer = ask.get();
      askedAt = System.nanoTime();
      oldest.register(answer.oldestTransaction().stream().map(RelayMetrics::row).toList(), true);
    } catch (IllegalStateException noAnswer) {
      answer = null;
    }
    return answer;
  }

  private static MultiGauge.Row<?> row(OldestTransaction transaction) {
    return MultiGauge.Row.of(
        Tags.of("application", transaction.application(), "database", transaction.database()),
        seconds(transaction.age()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
