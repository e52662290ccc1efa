package baton.journal.relay;

import java.time.Instant;

/**
 * The business time up to which everything is published: an event recorded before it is on the log.
 *
 * <p>Works because every appending transaction takes its id before it reads the clock. A time t is
 * read first, then the next transaction id x. A transaction from x on reads the clock after t; once
 * all below x are finished and what they wrote is published, nothing recorded before t is missing.
 * One such sample is kept; when it has come true the next one is taken.
 */
final class Watermark {
  private record Sample(Instant time, long nextTransaction) {}

  private Sample pending;
  private Instant reached = Instant.EPOCH;

  /**
   * What one reading of the store has shown, after all it gave was published.
   *
   * @param time the business clock's, read before the store
   * @param nextTransaction the snapshot's xmax
   * @param finishedBelow all transactions below it are finished and what they wrote is published or
   *     held: the snapshot's xmin, or less when there was more to read
   * @param firstHeld the transaction of the first held event, or {@link Long#MAX_VALUE}
   */
  void observe(Instant time, long nextTransaction, long finishedBelow, long firstHeld) {
    if (pending == null) pending = new Sample(time, nextTransaction);
    long publishedBelow = Math.min(finishedBelow, firstHeld);
    if (publishedBelow < pending.nextTransaction()) return;
    if (pending.time().isAfter(reached)) reached = pending.time();
    pending = null;
    if (publishedBelow >= nextTransaction) {
      if (time.isAfter(reached)) reached = time;
    } else {
      pending = new Sample(time, nextTransaction);
    }
  }

  /** {@link Instant#EPOCH} until the first sample has come true. */
  Instant reached() {
    return reached;
  }
}
