package baton.journal.envelope;

/** Bytes that are no event of Baton, whoever wrote them. The message never quotes the bytes. */
public final class UnreadableEvent extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnreadableEvent(String why) {
    super(why);
  }

  public UnreadableEvent(String why, Throwable cause) {
    super(why, cause);
  }
}
