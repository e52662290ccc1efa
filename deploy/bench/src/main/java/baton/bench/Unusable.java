package baton.bench;

/** A measurement that cannot be made as it was asked for, told in one line that says what to do. */
public final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unusable(String line) {
    super(line);
  }
}
