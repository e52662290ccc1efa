package baton.simulation;

/** A promise was broken. */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String promise;

  public Violation(String promise, String detail) {
    this(promise, detail, null);
  }

  Violation(String promise, String detail, Throwable cause) {
    super(promise + ": " + detail, cause);
    this.promise = promise;
  }

  String promise() {
    return promise;
  }
}
