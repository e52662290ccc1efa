package baton.replay;

/** Whoever asked for a replay wants no more of it. */
public final class ReplayCancelled extends RuntimeException {
  public ReplayCancelled() {
    super("the replay was cancelled");
  }
}
