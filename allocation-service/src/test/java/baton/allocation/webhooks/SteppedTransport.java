package baton.allocation.webhooks;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** The system's time, and as much later as a test does not want to wait. */
@Mock
@ApplicationScoped
public class SteppedTransport extends TransportClock {
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return super.instant().plus(ahead);
  }

  void step(Duration by) {
    ahead = ahead.plus(by);
  }
}
