package baton.contract.feed;

/** Why the content of an entry is not given. */
public enum Withheld {
  /** The force has the referral no longer, nor is it offered to it. */
  NOT_YOURS,
  /** Its key was disposed of: nobody can open it any more. */
  DISPOSED_OF,
  /** It may be used under conditions, and nobody of the force has acknowledged them yet. */
  CONDITIONS_NOT_ACKNOWLEDGED
}
