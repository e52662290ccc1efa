package baton.local;

/** What keeps a command from being done, told to a person in one line that says what to do. */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int FAILED = 1;
  private static final int UNUSABLE = 2;

  private final int exitCode;

  public Trouble(String line) {
    this(line, null, FAILED);
  }

  public Trouble(String line, Throwable cause) {
    this(line, cause, FAILED);
  }

  private Trouble(String line, Throwable cause, int exitCode) {
    super(line, cause);
    this.exitCode = exitCode;
  }

  /**
   * Of a command whose exit code 1 is an answer: that it could not be asked is none, and exits with
   * 2.
   */
  public static Trouble unasked(String line, Throwable cause) {
    return new Trouble(line, cause, UNUSABLE);
  }

  public static Trouble unasked(String line) {
    return unasked(line, null);
  }

  public int exitCode() {
    return exitCode;
  }
}
