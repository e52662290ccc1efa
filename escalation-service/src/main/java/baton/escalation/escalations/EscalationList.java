package baton.escalation.escalations;

import baton.contract.AlarmId;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.escalation.Rung;
import baton.custody.Custody;
import baton.custody.Finding;
import baton.escalation.ladder.ToldView;
import baton.escalation.ladder.model.Told;
import baton.escalation.replay.ArchiveReplay;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.board.CustodyBoard;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Escalations with their sentences: open ones as things stand, closed ones as they were raised. */
@ApplicationScoped
class EscalationList {
  private final Transactions transactions;
  private final CustodyBoard board;
  private final ArchiveReplay replay;
  private final BusinessClock clock;

  EscalationList(
      Transactions transactions, CustodyBoard board, ArchiveReplay replay, BusinessClock clock) {
    this.transactions = transactions;
    this.board = board;
    this.replay = replay;
    this.clock = clock;
  }

  /** One row of the table. */
  record Row(
      EscalationId id,
      long raised,
      Finding.Cause cause,
      Instant due,
      OrganisationCode organisation,
      PersonId person,
      boolean confirmed,
      Instant raisedAt,
      PersonId acknowledgedBy,
      Instant acknowledgedAt,
      Instant resolvedAt,
      EventId resolvedBy,
      boolean withdrawn,
      Rung rung,
      Told told,
      Instant limitAt,
      Instant acknowledgedUntil,
      AlarmId alarm) {
    boolean open() {
      return resolvedAt == null;
    }

    Instant nextClimb() {
      if (!open() || !confirmed || alarm != null || limitAt == null) return null;
      boolean stopped = acknowledgedUntil != null && acknowledgedUntil.isAfter(limitAt);
      return stopped ? acknowledgedUntil : limitAt;
    }
  }

  /** Rows with the states of their referrals, read together. */
  private record Found(List<Row> rows, Map<ReferralId, Custody> states) {}

  List<Row> page(EscalationQuery query, long after, int limit) {
    return transactions.inTransaction(() -> query.page(after, limit, transactions.connection()));
  }

  Optional<Row> one(EscalationQuery query, EscalationId id) {
    return transactions.inTransaction(() -> query.one(id, transactions.connection()));
  }

  List<EscalationView> views(List<Row> rows) {
    Map<ReferralId, Custody> states = transactions.inTransaction(() -> states(rows));
    Instant now = clock.instant();
    return rows.stream().map(row -> view(row, states, now)).toList();
  }

  private Map<ReferralId, Custody> states(List<Row> rows) throws SQLException {
    Connection connection = transactions.connection();
    List<ReferralId> open =
        rows.stream().filter(Row::open).map(row -> row.cause().referral()).distinct().toList();
    return open.isEmpty() ? Map.of() : board.find(open, connection);
  }

  private EscalationView view(Row row, Map<ReferralId, Custody> states, Instant now) {
    Finding.Cause cause = row.cause();
    String sentence =
        row.open()
            ? Wording.of(states.get(cause.referral()), cause, row.due(), now)
            : Wording.of(
                replay.at(cause.referral(), row.raisedAt()).orElse(null),
                cause,
                row.due(),
                row.raisedAt());
    return new EscalationView(
        row.id(),
        cause.referral(),
        cause.kind().name(),
        cause.clock(),
        null,
        row.organisation(),
        row.person(),
        row.due(),
        row.raisedAt(),
        sentence,
        row.confirmed(),
        row.acknowledgedBy(),
        row.acknowledgedAt(),
        row.resolvedAt(),
        row.resolvedBy(),
        row.withdrawn() ? Boolean.TRUE : null,
        row.rung(),
        ToldView.of(row.told()),
        row.nextClimb(),
        row.open() ? row.acknowledgedUntil() : null,
        row.alarm());
  }
}
