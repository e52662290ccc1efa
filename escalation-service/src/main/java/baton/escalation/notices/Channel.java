package baton.escalation.notices;

/** A way out of Baton. */
interface Channel {
  /** The word in the outbox, such as {@code webhook}. */
  String name();

  /**
   * Sends once, and returns when the receiver has taken it.
   *
   * @param address its name in the configuration
   * @param id the same for every attempt
   * @param body the notice's JSON
   * @throws Undelivered if the receiver did not take it, whatever the reason
   */
  void send(String address, String id, String body) throws Undelivered;

  /** The receiver did not take it; it is tried again. */
  final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    Undelivered(String why) {
      super(why);
    }

    Undelivered(String why, Throwable cause) {
      super(why, cause);
    }
  }
}
