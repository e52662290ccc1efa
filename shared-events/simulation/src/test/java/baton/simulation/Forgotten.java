package baton.simulation;

import baton.custody.Custody;
import baton.custody.Holding;

/** Custody as a fold would leave it that loses something. */
final class Forgotten {
  private Forgotten() {}

  /** Nobody has it, and all else is as it was. */
  static Custody holder(Custody custody) {
    Holding held = custody.holding();
    return new Custody(
        custody.referral(),
        custody.particulars(),
        new Holding(
            held.stage(), null, held.movedBy(), held.actedAt(), held.outcome(), held.takenUpBy()),
        custody.grading(),
        custody.offers(),
        custody.clocks(),
        custody.openLists(),
        custody.reading());
  }
}
