package baton.custody;

import baton.contract.allocation.CustodyReverted;
import baton.contract.allocation.Outcome;
import baton.contract.allocation.TieBreakerAppointed;
import java.time.Instant;

/**
 * Who has it and what came of it.
 *
 * @param stage null before anything is known
 * @param custodian null before its receipt is known, and after it was concluded
 * @param movedBy the event that moved custody last, or null
 * @param actedAt when enforcement action was first taken, or null
 * @param outcome null while it is open
 * @param takenUpBy after a reversion, the first act of a person on it; or null
 */
public record Holding(
    Stage stage,
    Custodian custodian,
    Entry movedBy,
    Instant actedAt,
    Outcome outcome,
    Entry takenUpBy) {
  static final Holding NONE = new Holding(null, null, null, null, null, null);

  /** A force has accepted it once: intake's and risk's events move custody no more. */
  boolean beyondTheNca() {
    return stage != null && stage.compareTo(Stage.WITH_FORCE) >= 0;
  }

  boolean concluded() {
    return stage == Stage.CONCLUDED;
  }

  Holding to(Stage next, Custodian custodian, Entry by) {
    return new Holding(next, custodian, by, actedAt, outcome, null);
  }

  Holding at(Stage next) {
    return new Holding(next, custodian, movedBy, actedAt, outcome, takenUpBy);
  }

  Holding acted(Instant at) {
    return actedAt != null && !at.isBefore(actedAt)
        ? this
        : new Holding(stage, custodian, movedBy, at, outcome, takenUpBy);
  }

  /** Open again: what was done before stays done. */
  Holding reopened(Stage next, Custodian by, Entry event) {
    return new Holding(next, by, event, actedAt, null, null);
  }

  /** Who has it was settled by a tie-breaker's appointment, and nobody has accepted it since. */
  boolean withTieBreaker() {
    return movedBy != null && movedBy.is(TieBreakerAppointed.class);
  }

  /** Its custodian is gone, and no person has done anything with it since (R4). */
  boolean notTakenUp() {
    return movedBy != null
        && movedBy.is(CustodyReverted.class)
        && takenUpBy == null
        && !concluded();
  }

  Holding takenUp(Entry by) {
    boolean itself = !notTakenUp() || movedBy.event().equals(by.event());
    return itself ? this : new Holding(stage, custodian, movedBy, actedAt, outcome, by);
  }

  Holding concluded(Outcome how, Entry by) {
    return new Holding(Stage.CONCLUDED, null, by, actedAt, how, null);
  }
}
