package baton.contract;

/** Why an offer was not taken. Words outside this list count as OTHER and are kept, sealed. */
public enum DeclineReason {
  /** It belongs to somebody else. */
  NOT_OURS,
  NO_CAPACITY,
  CONFLICT_OF_INTEREST,
  ABSENT,
  INSUFFICIENT_INFORMATION,
  OTHER
}
