package baton.allocation.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time by which it is sent and tried again: the system's, for receivers are no part of a
 * business clock that is stepped.
 */
@ApplicationScoped
public class TransportClock implements InstantSource {
  private final InstantSource system = InstantSource.system();

  @Override
  public Instant instant() {
    return system.instant();
  }
}
