package baton.local.recovery;

/** How a recovery ended. */
public enum Outcome {
  /** Everything belongs together. */
  IN_ORDER(0),
  /** Something was found that can be mended, and was not. */
  MENDABLE(3),
  /** Something was found that only people can decide. */
  BEYOND_MENDING(4);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
