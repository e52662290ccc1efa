package baton.platform.health;

import baton.journal.reader.LogReader;
import baton.journal.reader.ReaderState;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down only where a restart helps: the reader's thread ended on a defect. */
@Liveness
@ApplicationScoped
public class ReaderLiveness implements HealthCheck {

  private final LogReader reader;

  ReaderLiveness(LogReader reader) {
    this.reader = reader;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("reader")
        .status(reader.health().state() != ReaderState.DEAD)
        .build();
  }
}
