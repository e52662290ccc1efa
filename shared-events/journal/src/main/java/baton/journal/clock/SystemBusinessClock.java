package baton.journal.clock;

import baton.journal.envelope.Times;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * Business time is this machine's time, or is off from it by a fixed skew where a test wants that.
 */
public final class SystemBusinessClock implements BusinessClock {
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private final InstantSource system = InstantSource.system();

  private final Duration skew;

  private SystemBusinessClock(Duration skew) {
    this.skew = skew;
  }

  /** The system's own time. */
  public static SystemBusinessClock start(DataSource store) throws SQLException {
    return start(store, Duration.ZERO);
  }

  /**
   * @param store the service's event store
   * @param skew how far this clock is ahead of the machine's; negative when it is behind
   * @throws ClockRefused if the newest stored event is more than a minute ahead of this machine
   */
  public static SystemBusinessClock start(DataSource store, Duration skew) throws SQLException {
    var clock = new SystemBusinessClock(skew);
    NewestEvent.refuseBefore(store, clock.instant(), TOLERANCE);
    return clock;
  }

  @Override
  public Instant instant() {
    return Times.truncated(system.instant().plus(skew));
  }
}
