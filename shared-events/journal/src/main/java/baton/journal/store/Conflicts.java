package baton.journal.store;

import java.sql.SQLException;
import java.util.Set;

/** Errors that say "somebody else was there first": doing the command again is the remedy. */
final class Conflicts {
  private static final Set<String> STATES =
      Set.of(
          "23505" /* unique_violation: the place in the stream is taken */,
          "40P01" /* deadlock_detected */,
          "40001" /* serialization_failure */);

  private Conflicts() {}

  static boolean isConflict(Throwable failure) {
    // What comes from the driver or the pool has no state.
    return failure instanceof SQLException sql
        && sql.getSQLState() != null
        && STATES.contains(sql.getSQLState());
  }
}
