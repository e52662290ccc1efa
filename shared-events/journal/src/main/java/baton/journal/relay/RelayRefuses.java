package baton.journal.relay;

/** The relay must not publish until someone has looked: the message says why and what to do. */
final class RelayRefuses extends Exception {
  private static final long serialVersionUID = 1;

  RelayRefuses(String sentence) {
    super(sentence);
  }
}
