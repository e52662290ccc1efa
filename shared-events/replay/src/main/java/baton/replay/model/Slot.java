package baton.replay.model;

import java.util.Arrays;

/** One place in a form where the events of that form differ, and the fixed bytes before it. */
final class Slot {
  /** What may stand there. */
  enum Kind {
    /** A UUID of one version. */
    UUID,
    /** The referral itself: it is kept once, not in every event. */
    SELF,
    /** A time of one width. */
    TIME,
    /** Ten digits. */
    COUNT,
    /** A short text. */
    TEXT,
    /** A number or a truth: what it may hold ends at a comma or a bracket. */
    SCALAR,
    /** A text that no fold reads: passed over and not kept. */
    SKIPPED
  }

  /** After so many different texts it is no list of words but something of each event's own. */
  private static final int WORDS_MAX = 1 << 14;

  final Kind kind;
  final byte[] before;

  /** Of a UUID its version, of a time the digits of its fraction. */
  final int detail;

  private long[] valid = new long[1];
  int lastWord = -1;
  int lastLength;
  private int learned;

  Slot(Kind kind, byte[] before, int detail) {
    this.kind = kind;
    this.before = before;
    this.detail = detail;
  }

  /** Whether an event with that word here was once read in the general way. */
  boolean accepts(int word) {
    int at = word >>> 6;
    return at < valid.length && (valid[at] >>> word & 1) != 0;
  }

  void accept(int word) {
    int at = word >>> 6;
    if (at >= valid.length) valid = Arrays.copyOf(valid, Math.max(at + 1, valid.length * 2));
    if (!accepts(word)) learned++;
    valid[at] |= 1L << word;
    lastWord = word;
  }

  /** Something of the event's own stood there, too long or too many for the words. */
  void acceptOwn() {
    learned++;
  }

  boolean learns() {
    return learned < WORDS_MAX;
  }
}
