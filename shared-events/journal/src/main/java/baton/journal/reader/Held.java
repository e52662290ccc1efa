package baton.journal.reader;

import baton.contract.journal.ParkReason;

/**
 * A record that is not applied now.
 *
 * @param reason why it was parked; null for those behind it and for those that wait
 * @param error the failure in one line, without personal data; null as above
 */
record Held(LogRecord record, Kind kind, ParkReason reason, String error) {
  /** Why a row of {@code parked_event} is there; stored by name. */
  enum Kind {
    /** The event that could not be applied: one per story. */
    PARKED,
    /** A later event of the same story. */
    BEHIND,
    /** Waits for its predecessor in its stream; holds up nothing else. */
    WAITING
  }

  static Held parked(LogRecord record, ParkReason reason, String error) {
    return new Held(record, Kind.PARKED, reason, error);
  }

  static Held behind(LogRecord record) {
    return new Held(record, Kind.BEHIND, null, null);
  }

  static Held waiting(LogRecord record) {
    return new Held(record, Kind.WAITING, null, null);
  }
}
