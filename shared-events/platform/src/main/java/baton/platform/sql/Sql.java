package baton.platform.sql;

import baton.contract.BatchId;
import baton.contract.EventId;
import baton.contract.ReferralId;
import baton.journal.store.PageBytes;
import baton.platform.DatabaseFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Statements on a bound connection with the contract's ids as values: a referral, batch or event is
 * a {@code uuid}, an instant a {@code timestamptz}, a collection an array of text, bytes a {@code
 * bytea}, any other id and an enum their text. Failures name the statement's purpose, never the
 * values.
 */
public final class Sql {
  private final Connection connection;
  private final String purpose;

  private Sql(Connection connection, String purpose) {
    this.connection = connection;
    this.purpose = purpose;
  }

  /**
   * @param purpose for the message of a failure, such as {@code "the roster"}
   */
  public static Sql on(Connection connection, String purpose) {
    return new Sql(connection, purpose);
  }

  /** Turns one row into what it means. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  public <T> List<T> list(String select, Reading<T> reading, Object... values) {
    try (var statement = connection.prepareStatement(select)) {
      bind(statement, values);
      var rows = new ArrayList<T>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) rows.add(reading.of(row));
      }
      return rows;
    } catch (SQLException e) {
      throw new DatabaseFailed(purpose + " could not be read", e);
    }
  }

  /**
   * As many events as fit into a page, {@link PageBytes}, and never more than a number of them.
   *
   * @param select rows with a column {@code value}, the event's bytes, in no order
   * @param order of the rows, by columns that it selects
   */
  public <T> Page<T> page(
      String select, String order, int limit, Reading<T> reading, Object... values) {
    var found = new long[1];
    String limited = "%s order by %s limit %d".formatted(select, order, limit);
    List<T> rows =
        list(
            PageBytes.cut(limited, order),
            row -> {
              found[0] = row.getLong("found");
              return reading.of(row);
            },
            values);
    return new Page<>(rows, found[0] == limit || rows.size() < found[0]);
  }

  /** What is done with one row after the other. */
  @FunctionalInterface
  public interface Doing {
    void with(ResultSet row) throws SQLException;
  }

  /** Rows of which only so many are in memory at a time; for an explicit transaction. */
  public void each(String select, int atOnce, Doing doing) {
    try (var statement = connection.prepareStatement(select)) {
      statement.setFetchSize(atOnce);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) doing.with(row);
      }
    } catch (SQLException e) {
      throw new DatabaseFailed(purpose + " could not be read", e);
    }
  }

  public <T> Optional<T> find(String select, Reading<T> reading, Object... values) {
    return list(select, reading, values).stream().findFirst();
  }

  public void update(String change, Object... values) {
    updateAll(change, List.<Object[]>of(values));
  }

  /** The same statement for each row of values, as one batch. */
  public void updateAll(String change, List<Object[]> rows) {
    if (rows.isEmpty()) return;
    try (var statement = connection.prepareStatement(change)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new DatabaseFailed(purpose + " could not be written", e);
    }
  }

  /** A {@code timestamptz} column, or null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) statement.setObject(i + 1, sql(values[i]));
  }

  private Object sql(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case ReferralId id -> id.value();
      case EventId id -> id.value();
      case BatchId id -> id.value();
      case Instant at -> at.atOffset(ZoneOffset.UTC);
      case Collection<?> all -> array(all);
      case Number number -> number;
      case Boolean flag -> flag;
      case byte[] bytes -> bytes;
      default -> value.toString();
    };
  }

  private Object array(Collection<?> values) throws SQLException {
    var plain = new ArrayList<>();
    for (Object value : values) plain.add(sql(value));
    boolean uuids = !plain.isEmpty() && plain.getFirst() instanceof UUID;
    return connection.createArrayOf(uuids ? "uuid" : "text", plain.toArray());
  }
}
