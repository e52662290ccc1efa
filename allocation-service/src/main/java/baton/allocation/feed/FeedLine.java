package baton.allocation.feed;

/**
 * One thing that an event stream sends.
 *
 * @param position to resume from, or null for a comment
 * @param type the wire name
 * @param document JSON on one line
 * @param comment or null
 */
record FeedLine(Long position, String type, String document, String comment) {
  static FeedLine of(FeedReading.Given given) {
    return new FeedLine(given.position(), given.type(), given.document().toString(), null);
  }

  static FeedLine comment(String comment) {
    return new FeedLine(null, null, null, comment);
  }
}
