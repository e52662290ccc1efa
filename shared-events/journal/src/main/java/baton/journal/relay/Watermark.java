package baton.journal.relay;

import java.time.Instant;
import java.util.Optional;

/**
 * The business time up to which everything is published: an event recorded before it is on the log.
 *
 * <p>Works because every appending transaction takes its id before it reads the clock. A time t is
 * read first, then a transaction id x is taken: who takes an id after x reads the clock after t.
 * Once all below x are finished and what they wrote is published, nothing recorded before t is
 * missing. One such sample is kept at a time.
 *
 * <p>A snapshot's xmax would not do for x: it is one past the highest id that has ended, and a
 * transaction that runs now may have a higher one.
 */
final class Watermark {
  private record Sample(Instant time, long transaction) {}

  private Sample pending;
  private Instant reached = Instant.EPOCH;

  boolean isPending() {
    return pending != null;
  }

  /** What will be reached next. */
  Optional<Instant> pending() {
    return Optional.ofNullable(pending).map(Sample::time);
  }

  /**
   * @param time the business clock's, read before the id was taken
   * @param transaction an id that was taken for this sample
   */
  void sample(Instant time, long transaction) {
    pending = new Sample(time, transaction);
  }

  /**
   * @param finishedBelow all transactions below it are finished, and what they wrote is published
   *     or held
   * @param firstHeld the transaction of the first held event, or {@link Long#MAX_VALUE}
   */
  void published(long finishedBelow, long firstHeld) {
    if (pending == null || Math.min(finishedBelow, firstHeld) < pending.transaction()) return;
    if (pending.time().isAfter(reached)) reached = pending.time();
    pending = null;
  }

  /** {@link Instant#EPOCH} until the first sample has come true. */
  Instant reached() {
    return reached;
  }
}
