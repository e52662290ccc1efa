package baton.escalation.clockkeeper;

import baton.horizon.Horizon;
import baton.platform.Freshness;
import java.time.Duration;
import java.time.Instant;

/**
 * How old an answer is. Late is never green: limits are judged only as far as the log is known.
 *
 * @param asOf the business time that the answer is about
 * @param completeTo everything that was recorded before it has been read
 * @param known up to here limits are judged; later than {@code completeTo} while a writer is silent
 */
public record Age(Instant asOf, Instant completeTo, Instant known) {

  /** Of the board as it is now. */
  public static Age now(Instant now, Horizon reached) {
    return new Age(now, reached.certain(), reached.presumed());
  }

  /** Of a moment that is over: everything recorded up to it counts, nothing later. */
  public static Age at(Instant asAt, Age now) {
    Instant complete = asAt.isBefore(now.completeTo()) ? asAt : now.completeTo();
    return new Age(asAt, complete, asAt);
  }

  /**
   * The same moment in hindsight: it rests on everything known by now, and what happened by then
   * may still be entered.
   */
  public static Age inHindsight(Instant asAt, Age now) {
    return new Age(asAt, now.completeTo(), asAt);
  }

  public Freshness freshness() {
    return new Freshness(asOf, lagSeconds());
  }

  public double lagSeconds() {
    return Math.max(0, Duration.between(completeTo, asOf).toMillis()) / 1_000.0;
  }
}
