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

  final Place place;

  /**
   * Which member of the document it is in.
   *
   * @param path an attribute's name or, in the data, {@code data/} and the names down to it
   * @param prefix fixed text of the same member before the slot
   * @param suffix and behind it
   */
  record Place(String path, String prefix, String suffix) {}

  Slot(Kind kind, byte[] before, int detail, Proven proven, Place place) {
    this.kind = kind;
    this.before = before;
    this.detail = detail;
    this.proven = proven;
    this.place = place;
  }
}
