package baton.platform;

import baton.journal.clock.BusinessClock;
import baton.journal.reader.LogReader;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * How new this service's answers are. Sampled each second, so that no read waits for the broker.
 */
@ApplicationScoped
public class FreshnessNow {

  private record Sample(Instant asOf, double lagSeconds, Instant taken) {}

  private final BusinessClock clock;
  private final LogReader reader;
  private volatile Sample latest;

  /** Before the broker was asked nothing is known: older than any answer may look. */
  FreshnessNow(BusinessClock clock, LogReader reader) {
    this.clock = clock;
    this.reader = reader;
    Instant now = clock.instant();
    double unknown = Duration.between(Instant.EPOCH, now).toSeconds();
    this.latest = new Sample(Instant.EPOCH, unknown, Instant.now());
  }

  public Freshness get() {
    Sample sample = latest;
    double age = Duration.between(sample.taken(), Instant.now()).toMillis() / 1000.0;
    return new Freshness(sample.asOf(), sample.lagSeconds() + age);
  }

  /** A sample that the broker does not answer to leaves the old one, which grows older. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void sample() {
    Instant asked = clock.instant();
    var progress = reader.progress();
    if (progress.partitions().isEmpty() || progress.lagSeconds() == null) return;
    long lag = progress.lagSeconds();
    latest = new Sample(asked.minusSeconds(lag), lag, Instant.now());
  }
}
