package baton.escalation.alarms;

import baton.contract.AlarmId;
import baton.contract.OrganisationCode;
import baton.escalation.alarms.AlarmTable.Row;
import baton.escalation.alarms.Members.Member;
import baton.escalation.alarms.model.AlarmSentence;
import baton.escalation.ladder.ToldView;
import baton.journal.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** Alarms with their sentences, and what each stands for. */
@ApplicationScoped
class AlarmList {
  private final Transactions transactions;

  AlarmList(Transactions transactions) {
    this.transactions = transactions;
  }

  List<Row> page(Boolean open, OrganisationCode organisation, long after, int limit) {
    return transactions.inTransaction(
        () -> AlarmTable.on(transactions.connection()).page(open, organisation, after, limit));
  }

  Optional<Row> find(AlarmId id) {
    return transactions.inTransaction(() -> AlarmTable.on(transactions.connection()).find(id));
  }

  List<AlarmView> views(List<Row> rows) {
    return transactions.inTransaction(
        () -> rows.stream().map(row -> view(row, transactions.connection())).toList());
  }

  List<Member> members(AlarmId id, long after, int limit) {
    return transactions.inTransaction(
        () -> Members.on(transactions.connection()).page(id, after, limit));
  }

  private static AlarmView view(Row row, Connection connection) {
    int referrals =
        row.open() && row.cause().ofReferrals()
            ? Members.on(connection).open(row.id())
            : row.referrals();
    return new AlarmView(
        row.id(),
        row.cause().kind(),
        row.cause().clock(),
        row.cause().organisation(),
        row.cause().team(),
        row.cause().person(),
        referrals,
        row.since(),
        row.raisedAt(),
        AlarmSentence.of(row.cause(), referrals, row.since()),
        row.rung(),
        ToldView.of(row.told()),
        row.nextClimb(),
        row.acknowledgedBy(),
        row.acknowledgedAt(),
        row.open() ? row.acknowledgedUntil() : null,
        row.resolvedAt(),
        row.resolvedBy());
  }
}
