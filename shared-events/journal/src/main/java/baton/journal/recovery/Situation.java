package baton.journal.recovery;

/**
 * Store and log do not belong together: what was found, in one sentence that says what to do.
 *
 * @param source the service whose store it is
 * @param topic null where it is the store that is at fault
 */
public record Situation(Kind kind, String source, String topic, String sentence) {

  /** What can have happened. */
  public enum Kind {
    /** The broker is another one, and lacks a topic or has made it anew. */
    NEW_CLUSTER,
    /** A topic that was published to or read is not there. */
    LOST_TOPIC,
    /** A topic was deleted and made again. */
    REMADE_TOPIC,
    /** A partition begins behind what is still to be read. */
    BEGINNING_GONE,
    /** A partition ends before what was read of it. */
    CUT_LOG,
    /** A partition was cut, and has since been written on. */
    CHANGED_LOG,
    /** The store's positions or transaction ids are not of this database. */
    STORE_IDS,
    /** The log holds the store's own events, which the store lacks. */
    STORE_BEHIND,
    /** escalation-service's archive lacks what that service has read. */
    ARCHIVE_BEHIND,
    /** The log and the store hold different events at one place of a stream. */
    TWO_STORIES
  }

  @Override
  public String toString() {
    return source.substring(1) + ": " + sentence;
  }
}
