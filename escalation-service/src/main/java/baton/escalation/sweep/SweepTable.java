package baton.escalation.sweep;

import baton.journal.envelope.JournalJson;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reports of the sweeps that have ended. */
@ApplicationScoped
class SweepTable {
  private static final String KEEP =
      "insert into sweep (sweep, asked_at, asked_by, state, report) values (?::uuid, ?, ?, ?, ?)";

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
    return transactions.inTransaction(
        () ->
            sql()
                .find(
                    "select report from sweep where sweep = ?::uuid",
                    row -> read(row.getString(1)),
                    id));
  }

  private Sql sql() {
    return Sql.on(transactions.connection(), "the sweeps");
  }

  private static SweepReport read(String report) {
    try {
      return JournalJson.mapper().readValue(report, SweepReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored report of a sweep is not readable", e);
    }
  }
}
