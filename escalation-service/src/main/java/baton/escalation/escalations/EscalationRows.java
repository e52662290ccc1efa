package baton.escalation.escalations;

import baton.contract.BatonEvent;
import baton.contract.EscalationId;
import baton.contract.Recorded;
import baton.contract.escalation.AcknowledgementExpired;
import baton.contract.escalation.EscalationAcknowledged;
import baton.contract.escalation.EscalationClimbed;
import baton.contract.escalation.EscalationConfirmed;
import baton.contract.escalation.EscalationEvent;
import baton.contract.escalation.EscalationRaised;
import baton.contract.escalation.EscalationResolved;
import baton.contract.escalation.EscalationWithdrawn;
import baton.journal.store.AppendListener;
import baton.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps the table {@code escalation}, in the transaction that appends the events. */
@ApplicationScoped
class EscalationRows implements AppendListener {
  private static final String RAISED =
      """
      insert into escalation (escalation, referral, kind, clock, started_by, due, organisation,
        person, confirmed, raised_at)
      values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (escalation) do update set due = excluded.due,
        organisation = excluded.organisation, person = excluded.person,
        confirmed = excluded.confirmed, raised_at = excluded.raised_at, acknowledged_by = null,
        acknowledged_at = null, resolved_at = null, resolved_by = null, withdrawn = false
      """;

  private static final String CONFIRMED =
      "update escalation set confirmed = true where escalation = ?::uuid";

  private static final String ACKNOWLEDGED =
      "update escalation set acknowledged_by = ?, acknowledged_at = ? where escalation = ?::uuid";

  private static final String CLOSED =
      """
      update escalation set resolved_by = ?, resolved_at = ?, withdrawn = ?
      where escalation = ?::uuid
      """;

  /** A statement and the values of one row of it. */
  private record Change(String statement, Object[] values) {
    static Change of(String statement, Object... values) {
      return new Change(statement, values);
    }
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    Sql sql = Sql.on(transaction, "the escalations");
    String statement = null;
    var rows = new ArrayList<Object[]>();
    // Neighbours of one kind go as one batch: a chunk of deadlines raises hundreds.
    for (var recorded : events) {
      if (!(recorded.event() instanceof EscalationEvent event)) continue;
      Change change = change(event, recorded.recordedTime());
      if (!change.statement().equals(statement)) {
        sql.updateAll(statement, rows);
        rows.clear();
        statement = change.statement();
      }
      rows.add(change.values());
    }
    sql.updateAll(statement, rows);
  }

  private static Change change(EscalationEvent event, Instant at) {
    return switch (event) {
      case EscalationRaised e ->
          Change.of(
              RAISED,
              e.escalation(),
              e.referral(),
              e.kind(),
              e.clock(),
              e.startedBy(),
              e.due(),
              e.custodian(),
              e.person(),
              e.confirmed(),
              at);
      case EscalationConfirmed e -> Change.of(CONFIRMED, e.escalation());
      case EscalationAcknowledged e -> Change.of(ACKNOWLEDGED, e.by(), at, e.escalation());
      case EscalationClimbed _, AcknowledgementExpired _ -> Change.of(CONFIRMED, (Object) null);
      case EscalationResolved e -> closed(e.resolvedBy(), at, false, e.escalation());
      case EscalationWithdrawn e -> closed(e.metBy(), at, true, e.escalation());
    };
  }

  private static Change closed(Object by, Instant at, boolean withdrawn, EscalationId escalation) {
    return Change.of(CLOSED, by, at, withdrawn, escalation);
  }
}
