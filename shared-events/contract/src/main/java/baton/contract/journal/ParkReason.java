package baton.contract.journal;

/** Why an event waits. */
public enum ParkReason {
  /** Applying it fails each time in the same way. */
  REFUSED,
  /** Its bytes are no event. */
  UNREADABLE,
  /** Another event already holds its place in the stream. */
  DIVERGED,
  /** The broker refuses it for good. */
  UNPUBLISHABLE
}
