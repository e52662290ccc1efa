package baton.escalation.ladder;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is left to be told, and when; each by an index, however much is open. */
public final class Ladder {
  private Ladder() {}

  /** The partitions in which something was raised and is not placed yet. */
  public static List<Integer> unplaced(Connection connection) {
    return PlacingTable.on(connection).unplacedIn();
  }

  /**
   * The partitions in which a step can be taken now.
   *
   * @param known up to when each of them is known, exclusive
   */
  public static List<Integer> due(
      List<Integer> partitions, List<Instant> known, Connection connection) {
    return LadderTable.on(connection).due(partitions, known);
  }

  /** When the next step is due, past times included. */
  public static Optional<Instant> next(Connection connection) {
    return LadderTable.on(connection).next();
  }
}
