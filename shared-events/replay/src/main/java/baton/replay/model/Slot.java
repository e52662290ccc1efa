package baton.replay.model;

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

  final Kind kind;
  final byte[] before;

  /** Of a UUID its version, of a time the digits of its fraction. */
  final int detail;

  /** Of a text or scalar: what was seen to be readable there. */
  final Proven proven;

  int lastWord = -1;
  int lastLength;

  Slot(Kind kind, byte[] before, int detail, Proven proven) {
    this.kind = kind;
    this.before = before;
    this.detail = detail;
    this.proven = proven;
  }
}
