package baton.journal.reader;

import baton.journal.reader.Held.Kind;
import baton.journal.reader.Known.Waiting;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What could not be applied, and what waits behind it, in the bound transaction. */
interface ParkedRows {
  record StoryKind(String story, Kind kind) {}

  /** Which of the stories are parked, and which have events that wait for a predecessor. */
  List<StoryKind> kinds(Collection<String> stories) throws SQLException;

  /** Waits for a retry of these stories to end; gives those that are parked still. */
  List<String> lock(Collection<String> stories) throws SQLException;

  /** The stored records of these stories, in the order in which they came. */
  List<Waiting> records(Collection<String> stories, Kind... kinds) throws SQLException;

  void hold(List<Held> held) throws SQLException;

  void remove(Collection<Long> positions) throws SQLException;

  long count(Kind kind) throws SQLException;

  /**
   * One page, oldest first.
   *
   * @param after the {@link ParkedEvent#position} of the page before; 0 for the first
   */
  List<ParkedEvent> list(int limit, long after) throws SQLException;
}
