package baton.journal.reader;

/**
 * What the next event of a stream is, given the last one applied. The relay never reorders a stream
 * but may repeat it; so whatever is not last + 1 is a repeat, a gap, or a log that tells two
 * stories. Source: design section 3, "From log to service".
 */
enum StreamOrder {
  APPLY,
  /** Applied before. */
  REPEAT,
  /** Another event already holds its place. */
  DIVERGED,
  /** Its predecessor has not come yet. */
  WAIT;

  /**
   * @param last null where nothing of the stream has been applied
   */
  static StreamOrder of(StreamPosition last, long sequence, String eventId) {
    long next = last == null ? 0 : last.sequence() + 1;
    if (sequence == next) return APPLY;
    if (sequence > next) return WAIT;
    // Only the last event's id is kept: what is lower still counts as a repeat.
    boolean another = sequence == next - 1 && !eventId.equals(last.eventId());
    return another ? DIVERGED : REPEAT;
  }
}
