package baton.simulation;

/**
 * How one call to the outside ends, as the schedule decided.
 *
 * @param arg 0 is a call that simply succeeds
 */
public record Call(int arg) {
  /** The low bits of {@code arg}. */
  static final int FAILS_BEFORE = 1;

  static final int FAILS_AFTER = 2;

  /** Nothing has happened. */
  public boolean failsBefore() {
    return (arg & 3) == FAILS_BEFORE;
  }

  /** It has happened, but the answer is lost. */
  public boolean failsAfter() {
    return (arg & 3) == FAILS_AFTER;
  }

  public boolean fails() {
    return failsBefore() || failsAfter();
  }

  /** Whatever else is left to chance. */
  public int dice(int sides) {
    return (arg >>> 2) % sides;
  }
}
