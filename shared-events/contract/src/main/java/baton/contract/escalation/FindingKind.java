package baton.contract.escalation;

/** What the replay of the events can find. Source: design section 5. */
public enum FindingKind {
  /** An offer, or the wait for one, passed its limit. */
  HAND_OFF_OVERDUE,
  /** A clock that is no hand-off passed its limit. */
  CLOCK_EXPIRED,
  /** A desk or post holds it and no person has accepted. */
  WITHOUT_PERSON,
  /** Open, and nobody has it: an invariant is broken. */
  NO_CUSTODIAN,
  /** A service did not react to what it must react to. */
  LOST_HAND_OFF,
  /** A service could not apply an event. */
  PARKED,
  /** The log tells one story in two ways: one place, two events; or one event, two wordings. */
  LOG_DIVERGED,
  /** An event waits for one before it in its stream that the log does not give. */
  LOG_GAP,
  /** A custodian has not acted for days and no absence is recorded. */
  CUSTODIAN_INACTIVE,
  /** Open, and no casework of a listed kind for a month. */
  DORMANT,
  /** The sender waits for an answer, or has not been told unasked. */
  UPSTREAM_UNANSWERED,
  /** A team has, or is given, more than it can complete. */
  OVER_CAPACITY,
  /** A dated milestone of a catch-up plan was not reached. */
  CATCH_UP_MISSED,
  /** A force's own list of open cases disagrees with Baton. */
  OPEN_LIST_DIFFERS,
  /** Its custodian is gone, and who has it since has not taken it up (R4). */
  CUSTODIAN_GONE
}
