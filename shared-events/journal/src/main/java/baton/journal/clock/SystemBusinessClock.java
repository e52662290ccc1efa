package baton.journal.clock;

import baton.journal.envelope.Times;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Business time is this machine's time. */
public final class SystemBusinessClock implements BusinessClock {
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private final InstantSource system = InstantSource.system();

  private SystemBusinessClock() {}

  /**
   * @param store the service's event store
   * @throws ClockRefused if the newest stored event is more than a minute ahead of this machine
   */
  public static SystemBusinessClock start(DataSource store) throws SQLException {
    var clock = new SystemBusinessClock();
    NewestEvent.refuseBefore(store, clock.instant(), TOLERANCE);
    return clock;
  }

  @Override
  public Instant instant() {
    return Times.truncated(system.instant());
  }
}
