package baton.acceptance.fuzz;

import java.util.Set;

/**
 * Operations whose work grows with all that was sent before: they read the whole log, or ask about
 * every open case. Asked as often as the others, they would take nearly all of a long run's time.
 */
final class Costly {
  static final int ONE_IN = 5;

  private static final Set<String> OPERATIONS =
      Set.of(
          "escalation GET /custody",
          "escalation GET /custody/summary",
          "escalation GET /audit/events",
          "escalation GET /audit/export",
          "escalation GET /audit/export/proof",
          "escalation GET /audit/sample",
          "escalation POST /sweeps",
          "allocation POST /reconciliations");

  private Costly() {}

  static boolean is(Operation operation) {
    return OPERATIONS.contains(operation.name());
  }
}
