package baton.replay.model;

import baton.contract.EventId;
import baton.custody.Custody;
import baton.custody.Findings;
import baton.custody.Stage;
import baton.custody.StreamRead;
import java.time.Instant;

/**
 * What remains of a referral that is concluded and of which nothing is found: its outcome and which
 * events were applied, in one number. The same from a state and from the events themselves.
 */
public final class Summary {
  /** Of a state that is not to be put in one number. */
  public static final long NONE = -1;

  private static final long MASK = (1L << 61) - 1;

  private Summary() {}

  /**
   * Of a state that is concluded, read without a gap, and of which nothing would ever be found.
   *
   * @return 0 or more, or {@link #NONE}
   */
  public static long of(Custody custody) {
    boolean settled =
        custody.stage() == Stage.CONCLUDED
            && custody.reading().stoppedBy() == null
            && !custody.reading().gap()
            && custody.clocks().running().isEmpty()
            && Findings.of(custody, Instant.MAX).isEmpty();
    if (!settled) return NONE;
    long digest = 0;
    for (StreamRead stream : custody.reading().streams()) {
      long sequence = stream.last() - stream.recent().size() + 1;
      for (EventId id : stream.recent())
        digest +=
            event(
                sequence++,
                id.value().getMostSignificantBits(),
                id.value().getLeastSignificantBits());
    }
    return of(outcome(custody), digest);
  }

  static long outcome(Custody custody) {
    return Hash.of(String.valueOf(custody.outcome()));
  }

  static long of(long outcome, long digest) {
    return Hash.mix(outcome, digest) & MASK;
  }

  static long event(long sequence, long high, long low) {
    return Hash.mix(Hash.mix(high, low), sequence);
  }
}
