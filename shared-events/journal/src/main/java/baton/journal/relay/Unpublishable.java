package baton.journal.relay;

/** An event that will never be taken, however often it is sent. The producer is closed already. */
final class Unpublishable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient StoredEvent event;

  Unpublishable(StoredEvent event, String why) {
    super(why);
    this.event = event;
  }

  StoredEvent event() {
    return event;
  }
}
