package baton.simulation;

import java.time.Instant;

/** One time for all machines; what a service's clock shows of it differs by its skew. */
public final class SimulatedTime {
  private static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");
  private long micros;

  public Instant now() {
    return BEGIN.plusNanos(micros * 1_000);
  }

  public long nanos() {
    return micros * 1_000;
  }

  void pass(long more) {
    micros += more;
  }
}
