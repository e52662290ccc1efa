package baton.contract.access;

/** Which sealed part of a referral was opened. */
public enum OpenedPart {
  /** The referral as its sender wrote it last. */
  REFERRAL,
  /** A package that was disseminated to a force. */
  PACKAGE,
  /** What a sender asked about progress, or was told. */
  PROGRESS,
  /** The conditions under which it may be used, and nothing else of it. */
  CONDITIONS
}
