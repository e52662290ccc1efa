package baton.local;

/** What keeps a command from being done, told to a person in one line that says what to do. */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Trouble(String line) {
    super(line);
  }

  public Trouble(String line, Throwable cause) {
    super(line, cause);
  }
}
