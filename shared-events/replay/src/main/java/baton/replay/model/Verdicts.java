package baton.replay.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Which shapes of tapes end concluded, and how: each was folded once. Now and then one is folded
 * again; should that ever differ, no shape is believed any more. Belongs to one thread.
 */
final class Verdicts {
  /** Of a shape that does not end concluded. */
  private static final long OPEN = 0;

  private static final int SHAPES_MAX = 1 << 18;
  private static final int CHECK_EVERY = 1 << 10;

  private final Shape shape;
  private final Map<Long, Long> outcomes = new HashMap<>();
  private long asked;
  private long folded;
  private boolean believed = true;

  Verdicts(Shape shape) {
    this.shape = shape;
  }

  /** How many tapes had to be folded. */
  long folded() {
    return folded;
  }

  void save(DataOutputStream out) throws IOException {
    var all = new long[believed ? outcomes.size() * 2 : 0];
    int at = 0;
    if (believed)
      for (var each : outcomes.entrySet()) {
        all[at++] = each.getKey();
        all[at++] = each.getValue();
      }
    Stored.put(out, all);
  }

  void restore(DataInputStream in) throws IOException {
    long[] all = Stored.longs(in);
    for (int at = 0; at < all.length; at += 2) outcomes.put(all[at], all[at + 1]);
  }

  /** Folds the tape in question. */
  interface Fold {
    Folded fold();
  }

  /**
   * @return see {@link Summary}; {@link Summary#NONE} where the referral is not concluded for good
   */
  long of(Packed tape, Fold fold) {
    if (!believed || !shape.of(tape)) return folded(fold).summary();
    long digest = shape.digest();
    Long outcome = outcomes.get(shape.hash());
    if (outcome == null) {
      Folded once = folded(fold);
      if (outcomes.size() < SHAPES_MAX) outcomes.put(shape.hash(), outcome(once));
      return once.summary();
    }
    long summary = outcome == OPEN ? Summary.NONE : Summary.of(outcome, digest);
    if (++asked % CHECK_EVERY == 0) {
      long again = folded(fold).summary();
      believed = again == summary;
      return again;
    }
    return summary;
  }

  private Folded folded(Fold fold) {
    folded++;
    return fold.fold();
  }

  private static long outcome(Folded folded) {
    return folded.summary() == Summary.NONE ? OPEN : Summary.outcome(folded.custody());
  }
}
