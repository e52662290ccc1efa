package baton.journal.reader;

import java.sql.SQLException;
import java.util.List;

/** Keeps, in the bound transaction, what is skipped because nobody here knows its type. */
@FunctionalInterface
interface UnknownKept {
  void keep(List<LogRecord> applied) throws SQLException;
}
