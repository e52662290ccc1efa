package baton.platform.quota;

import baton.contract.OrganisationCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes a batch no faster than its agency's quota allows: the sender is slowed down by not being
 * read, and refused only when that would take so long that its connection would be given up.
 */
@ApplicationScoped
public class Pace {

  private static final Duration WAIT_MAX = Duration.ofSeconds(30);

  private final Quotas quotas;

  Pace(Quotas quotas) {
    this.quotas = quotas;
  }

  /** No transaction may be open. */
  public void keep(OrganisationCode agency, int lines) {
    long started = System.nanoTime();
    Duration wait = quotas.take(agency, Kind.LINES, lines);
    while (!wait.isZero()) {
      if (System.nanoTime() - started + wait.toNanos() > WAIT_MAX.toNanos())
        throw quotas.exceeded(agency, Kind.LINES, wait);
      LockSupport.parkNanos(wait.toNanos());
      wait = quotas.take(agency, Kind.LINES, lines);
    }
  }
}
