package baton.journal.relay;

/** Something was not acknowledged; the producer is closed already. To be sent again. */
final class SendFailed extends Exception {
  private static final long serialVersionUID = 1;

  SendFailed(String message, Throwable cause) {
    super(cause == null ? message : message + ": " + cause, cause);
  }
}
