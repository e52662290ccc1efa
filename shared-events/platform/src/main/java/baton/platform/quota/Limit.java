package baton.platform.quota;

/**
 * @param perSecond for ever; 0 sets no limit
 * @param atOnce after a quiet time
 */
record Limit(int perSecond, int atOnce) {

  boolean none() {
    return perSecond == 0;
  }

  /** What an instance takes for itself at a time: half a second's worth. */
  int share() {
    return Math.max(1, Math.min(perSecond / 2, atOnce));
  }
}
