package baton.journal.clock;

/** A business clock that would go backwards, or behind what is already stored. */
public final class ClockRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  ClockRefused(String message) {
    super(message);
  }
}
