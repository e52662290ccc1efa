package baton.escalation.clockkeeper;

import baton.horizon.Horizon;
import baton.journal.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The last look at what is due that was finished: how long ago, and how far it could judge. */
@ApplicationScoped
public class LastLook {
  private final BusinessClock clock;
  private final InstantSource system = InstantSource.system();
  private volatile Look last = new Look(Instant.EPOCH, Horizon.NOTHING);

  private record Look(Instant at, Horizon reached) {}

  LastLook(BusinessClock clock) {
    this.clock = clock;
  }

  void at(Horizon reached) {
    last = new Look(system.instant(), reached);
  }

  /** System time since it; since 1970 before the first one. */
  public Duration age() {
    return Duration.between(last.at(), system.instant());
  }

  /** Business time that could not be judged yet; the silent writers apart. */
  public Duration unjudged() {
    Instant judged = last.reached().presumed();
    Instant known = judged.isBefore(Instant.EPOCH) ? Instant.EPOCH : judged;
    return Duration.between(known, clock.instant());
  }
}
