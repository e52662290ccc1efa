package baton.replay.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

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
  private Outcomes outcomes = new Outcomes();
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
    (believed ? outcomes : new Outcomes()).save(out);
  }

  void restore(DataInputStream in) throws IOException {
    outcomes = Outcomes.saved(in);
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
    int found = outcomes.find(shape.hash());
    if (!outcomes.isKnown(found)) {
      Folded once = folded(fold);
      if (outcomes.size() < SHAPES_MAX) outcomes.put(shape.hash(), outcome(once));
      return once.summary();
    }
    long outcome = outcomes.get(found);
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
