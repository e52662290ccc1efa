package baton.journal.relay;

import java.sql.SQLException;
import java.util.Map;

/** The stored list of what the broker refuses. */
interface ParkedKeys {
  /** By record key, the oldest first. */
  Map<String, ParkedKey> all() throws SQLException;

  /**
   * Parked again it keeps its first position: what was skipped since then still waits.
   *
   * @param after the stored cursor: everything before it is on the log for certain
   */
  void park(StoredEvent event, Position after, String refusal) throws SQLException;

  void announced(String key) throws SQLException;

  void forget(String key) throws SQLException;

  /**
   * @return false if nothing is parked under this key
   */
  boolean retry(String key) throws SQLException;
}
