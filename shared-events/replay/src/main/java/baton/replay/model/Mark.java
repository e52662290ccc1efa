package baton.replay.model;

/**
 * The number that a table keeps of a referral: where its tape ends and what is to be known of that
 * or, once the tape is dropped, its {@link Summary}.
 */
final class Mark {
  private static final long STATE = 3L << 62;
  private static final long TAPE = 1L << 62;
  private static final long DROPPED = 2L << 62;

  /** Dropped, and told of again since. */
  private static final long LATE = 3L << 62;

  /** Whoever compares has asked for it. */
  private static final long SEEN = 1L << 61;

  private static final long PLACE = (1L << Tapes.PLACE_BITS) - 1;

  /** An event came that may end its case. */
  private static final long ENDING = 1L << Tapes.PLACE_BITS;

  /** Its tape is being read from the log again, and is not whole before that has ended. */
  private static final long COLLECTED = 1L << Tapes.PLACE_BITS + 1;

  /** It stands in the queue of what may give way. */
  private static final long QUEUED = 1L << Tapes.PLACE_BITS + 2;

  /** What is on its tape ends concluded; no longer known once something is added. */
  private static final long CONCLUDED = 1L << Tapes.PLACE_BITS + 3;

  /** The tape of a late one, which begins anew. */
  static final long COLLECTING = TAPE | COLLECTED;

  private Mark() {}

  static boolean isTape(long mark) {
    return (mark & STATE) == TAPE;
  }

  static boolean isDropped(long mark) {
    return (mark & STATE) == DROPPED;
  }

  static boolean isLate(long mark) {
    return (mark & STATE) == LATE;
  }

  static boolean isCollected(long mark) {
    return isTape(mark) && (mark & COLLECTED) != 0;
  }

  static boolean isEnding(long mark) {
    return isTape(mark) && (mark & ENDING) != 0;
  }

  static boolean isConcluded(long mark) {
    return isTape(mark) && (mark & CONCLUDED) != 0;
  }

  static boolean isSeen(long mark) {
    return (mark & SEEN) != 0;
  }

  /** Whether it is to be put into the queue: once, and only if all that is known is on its tape. */
  static boolean mayGiveWay(long mark) {
    return isTape(mark) && (mark & (ENDING | QUEUED | COLLECTED)) == ENDING;
  }

  /** Where its tape ends; that of an empty one for a referral that is new. */
  static long place(long mark) {
    return mark & PLACE;
  }

  static long summary(long dropped) {
    return dropped & ~(STATE | SEEN);
  }

  /** With its tape ending there instead. */
  static long taped(long mark, long place) {
    return TAPE | mark & (ENDING | COLLECTED | QUEUED) | place;
  }

  static long ending(long mark) {
    return mark | ENDING;
  }

  static long concluded(long mark) {
    return mark | CONCLUDED;
  }

  static long queued(long mark) {
    return mark | QUEUED;
  }

  static long notQueued(long mark) {
    return mark & ~QUEUED;
  }

  static long collected(long mark) {
    return mark & ~COLLECTED;
  }

  static long dropped(long summary) {
    return DROPPED | summary;
  }

  static long late(long dropped) {
    return dropped | LATE;
  }

  static long seen(long mark) {
    return mark | SEEN;
  }

  static long unseen(long mark) {
    return mark & ~SEEN;
  }
}
