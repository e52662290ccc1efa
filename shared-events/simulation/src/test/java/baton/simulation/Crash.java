package baton.simulation;

/** Ends an actor whose process was killed: an error, so that no code under test survives it. */
final class Crash extends Error {
  private static final long serialVersionUID = 1;

  Crash() {
    super("killed", null, false, false);
  }
}
