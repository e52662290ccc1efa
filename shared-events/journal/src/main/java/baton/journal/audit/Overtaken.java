package baton.journal.audit;

/** Another instance goes on with this audit. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1;

  Overtaken() {
    super("another instance goes on with this audit");
  }
}
