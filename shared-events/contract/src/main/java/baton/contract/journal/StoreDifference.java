package baton.contract.journal;

/** In what a store and the log differ. */
public enum StoreDifference {
  /** The log holds an event of this service that its store lacks. */
  NOT_IN_STORE,
  /** The store holds an event that was published, and the log does not. */
  NOT_ON_LOG,
  /** Both hold it, in other bytes. */
  OTHER_BYTES
}
