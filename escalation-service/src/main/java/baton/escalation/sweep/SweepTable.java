package baton.escalation.sweep;

import baton.journal.envelope.JournalJson;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reports of the sweeps: of those that have ended, and of others as they were last told of. */
@ApplicationScoped
class SweepTable {
  /** What has ended stays as it is. */
  private static final String KEEP =
      "insert into sweep (sweep, asked_at, asked_by, state, report) values (?::uuid, ?, ?, ?, ?)"
          + " on conflict (sweep) do update set state = excluded.state, report = excluded.report,"
          + " told_at = now() where sweep.state not in ('DONE', 'FAILED', 'CANCELLED')";

  /**
   * One that nobody tells of any more has ended with the service that ran it. Longer than a
   * statement may hang on a connection that is dead.
   */
  private static final Duration SILENT_MAX = Duration.ofMinutes(2);

  private static final String FIND =
      "select report, extract(epoch from now() - told_at) as silent from sweep where sweep ="
          + " ?::uuid";

  private final Transactions transactions;

  SweepTable(Transactions transactions) {
    this.transactions = transactions;
  }

  void keep(SweepReport report) {
    transactions.inTransaction(
        () -> {
          sql()
              .update(
                  KEEP,
                  report.sweepId(),
                  report.askedAt(),
                  report.askedBy(),
                  report.state(),
                  JournalJson.mapper().writeValueAsString(report));
          return report;
        });
  }

  Optional<SweepReport> find(UUID id) {
    return transactions.inTransaction(() -> sql().find(FIND, SweepTable::read, id));
  }

  /** Whoever runs it looks at this from time to time. */
  void unwant(UUID id) {
    transactions.inTransaction(
        () -> {
          sql().update("update sweep set unwanted = true where sweep = ?::uuid", id);
          return id;
        });
  }

  /** Which of these nobody wants any more. */
  List<UUID> unwanted(Collection<UUID> of) {
    return transactions.inTransaction(
        () ->
            sql()
                .list(
                    "select sweep from sweep where unwanted and sweep::text = any(?)",
                    row -> row.getObject(1, UUID.class),
                    of.stream().map(UUID::toString).toList()));
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "the sweeps");
  }

  private static SweepReport read(ResultSet row) throws SQLException {
    SweepReport report = read(row.getString("report"));
    boolean silent = row.getDouble("silent") > SILENT_MAX.toSeconds();
    return silent && !report.state().over() ? report.stopped() : report;
  }

  private static SweepReport read(String report) {
    try {
      return JournalJson.mapper().readValue(report, SweepReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored report of a sweep is not readable", e);
    }
  }
}
