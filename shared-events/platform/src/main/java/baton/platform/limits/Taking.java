package baton.platform.limits;

/**
 * How one connection's answers are taken. A reader is slow that takes less than {@link #LEAST}
 * within the time it is given, while there is something to take.
 */
final class Taking {
  /** Bytes. A link of half a kilobyte a second can be told from nobody who reads. */
  static final int LEAST = 16 * 1024;

  private final long patience;
  private long since;
  private long atThat;

  /**
   * @param patience nanoseconds
   * @param now nanoseconds of any clock that runs evenly
   */
  Taking(long patience, long now) {
    this.patience = patience;
    this.since = now;
  }

  /**
   * @param taken bytes that have left for the reader so far
   * @param waiting bytes that it has not taken
   */
  boolean isSlow(long taken, long waiting, long now) {
    if (waiting <= 0 || taken - atThat >= LEAST) {
      since = now;
      atThat = taken;
      return false;
    }
    return now - since >= patience;
  }
}
