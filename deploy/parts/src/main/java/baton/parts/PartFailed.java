package baton.parts;

/** A part could not be started or stopped; the message says why in one line and what to do. */
public final class PartFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PartFailed(String message) {
    super(message);
  }

  public PartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
