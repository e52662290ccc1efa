package baton.journal.seal;

/**
 * The data key was deleted: what it sealed is unreadable for ever, by decision (R41). Everything
 * that needs no personal data goes on.
 */
public final class KeyGone extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String key;

  public KeyGone(String key) {
    super("data key " + key + " is gone: what it sealed was disposed of");
    this.key = key;
  }

  public String key() {
    return key;
  }
}
