package baton.journal.relay;

import java.sql.SQLException;
import java.util.List;

/** The event store as the relay reads it. */
interface EventRows {
  /**
   * What follows a position and is below the oldest running transaction, seen by one snapshot with
   * the predecessors of it all.
   */
  StoreBatch after(Position position, int limit) throws SQLException;

  /** Takes a transaction id. */
  long nextTransaction() throws SQLException;

  /** Events that were held, read again: of each the same bytes. In no particular order. */
  List<StoredEvent> at(List<Place> places) throws SQLException;

  /** What is to be published under one key, from after a position up to another. */
  List<StoredEvent> ofKey(String key, Position after, Position upTo) throws SQLException;
}
