package baton.journal.reader;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** The last event applied of each stream, in the bound transaction. */
interface StreamPositions {
  /** Streams never applied are absent. */
  Map<StreamKey, StreamPosition> read(Collection<StreamKey> wanted) throws SQLException;

  void keep(Map<StreamKey, StreamPosition> moved) throws SQLException;
}
