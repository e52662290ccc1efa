package baton.journal.seal;

/** The keyring cannot be reached, or was wrapped by another key-encryption key. */
public final class KeyringUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  KeyringUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
