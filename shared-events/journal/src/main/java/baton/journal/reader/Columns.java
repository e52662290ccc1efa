package baton.journal.reader;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/** Rows handed to one statement as an array per column, for {@code unnest}. */
final class Columns<R> {
  private final PreparedStatement statement;
  private final Collection<R> rows;
  private int last;

  Columns(PreparedStatement statement, Collection<R> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  /**
   * The next parameter. Values go over as text, so their {@code toString} must be what SQL reads.
   */
  void add(String type, Function<R, Object> column) throws SQLException {
    Object[] values = rows.stream().map(column).toArray();
    statement.setArray(++last, statement.getConnection().createArrayOf(type, values));
  }
}
