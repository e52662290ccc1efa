package baton.journal.store;

/**
 * A stream of this service holds an event that a later version of it wrote and this one does not
 * know. Happens while versions run side by side; what would be decided here could be wrong.
 */
public final class NewerEvent extends RuntimeException {
  private static final long serialVersionUID = 1;

  NewerEvent(String type) {
    super("a later version of this service wrote " + type);
  }
}
