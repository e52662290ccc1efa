package baton.journal.seal;

/** A box that does not open under its key and event id: changed, or moved from another event. */
public final class Tampered extends RuntimeException {
  private static final long serialVersionUID = 1;

  Tampered(String message) {
    super(message);
  }
}
