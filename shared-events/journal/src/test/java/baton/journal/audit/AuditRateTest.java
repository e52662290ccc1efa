package baton.journal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An audit must not take from those who work what it reads at most. */
class AuditRateTest {
  private static final int RECORDS = 40;

  /** So many that no rest after records is as long as one in which it waits for something else. */
  private static final int A_SECOND = 1_000_000;

  private static final Duration OF_ONE_RECORD = Duration.ofNanos(1_000);

  private final AuditedService service = new AuditedService();

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void it_rests_for_as_long_as_what_it_has_read_may_take() {
    service.stores(RECORDS);
    service.awaitPublished();
    Duration rested =
        service.auditsInHaste(A_SECOND).stream()
            .filter(rest -> rest.compareTo(Duration.ofSeconds(1)) < 0)
            .reduce(Duration.ZERO, Duration::plus);

    long read = (long) service.meters.get("baton.audit.records").counter().count();
    assertThat(read).as("its own and those of others").isGreaterThanOrEqualTo(RECORDS);
    assertThat(rested).isGreaterThanOrEqualTo(OF_ONE_RECORD.multipliedBy(read));
  }
}
