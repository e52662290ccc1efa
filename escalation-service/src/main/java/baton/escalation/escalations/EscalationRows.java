package baton.escalation.escalations;

import baton.contract.BatonEvent;
import baton.contract.EscalationId;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.escalation.AcknowledgementExpired;
import baton.contract.escalation.EscalationAcknowledged;
import baton.contract.escalation.EscalationClimbed;
import baton.contract.escalation.EscalationConfirmed;
import baton.contract.escalation.EscalationEvent;
import baton.contract.escalation.EscalationRaised;
import baton.contract.escalation.EscalationResolved;
import baton.contract.escalation.EscalationWithdrawn;
import baton.contract.escalation.Rung;
import baton.escalation.ladder.LadderPolicies;
import baton.escalation.ladder.LadderPolicies.Ladders;
import baton.escalation.ladder.model.Rungs;
import baton.journal.store.AppendListener;
import baton.platform.sql.Sql;
import baton.policy.Ladder;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps the table {@code escalation}, in the transaction that appends the events. */
@ApplicationScoped
class EscalationRows implements AppendListener {
  private static final String RAISED =
      """
      insert into escalation (escalation, referral, kind, clock, started_by, due, organisation,
        person, confirmed, raised_at, told_organisation, told_person, told_at, limit_at,
        acknowledgement_lasts)
      values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, make_interval(secs => ?))
      on conflict (escalation) do update set due = excluded.due,
        organisation = excluded.organisation, person = excluded.person,
        confirmed = excluded.confirmed, raised_at = excluded.raised_at, acknowledged_by = null,
        acknowledged_at = null, resolved_at = null, resolved_by = null, withdrawn = false,
        rung = 'CUSTODIAN', told_organisation = excluded.told_organisation,
        told_person = excluded.told_person, told_post = null, told_at = excluded.told_at,
        limit_at = excluded.limit_at, acknowledgement_lasts = excluded.acknowledgement_lasts,
        acknowledged_until = null, placed = false, alarm = null, plan = null, returned = false
      """;

  /** From now on it counts for an alarm: whose cause it is, is looked at again. */
  private static final String CONFIRMED =
      "update escalation set confirmed = true, placed = false where escalation = ?::uuid";

  private static final String CLIMBED =
      """
      update escalation set rung = ?, told_organisation = ?, told_person = ?, told_post = ?,
        told_at = ?, limit_at = ?, acknowledgement_lasts = make_interval(secs => ?)
      where escalation = ?::uuid
      """;

  private static final String ACKNOWLEDGED =
      """
      update escalation set acknowledged_by = ?, acknowledged_at = ?,
        acknowledged_until = ? + coalesce(acknowledgement_lasts, make_interval(secs => ?))
      where escalation = ?::uuid
      """;

  private static final String EXPIRED =
      "update escalation set acknowledged_until = null where escalation = ?::uuid";

  /** What comes back from the log was told before. */
  private static final String RETURNED =
      "update escalation set returned = true where escalation = ?::uuid";

  private static final String CLOSED =
      """
      update escalation set resolved_by = ?, resolved_at = ?, withdrawn = ?
      where escalation = ?::uuid
      """;

  /** Of what a version of this service raised that knew no ladder, until it is placed. */
  private static final Duration UNPLACED_LASTS = Duration.ofHours(24);

  private final LadderPolicies ladders;

  EscalationRows(LadderPolicies ladders) {
    this.ladders = ladders;
  }

  /** A statement and the values of one row of it. */
  private record Change(String statement, Object[] values) {
    static Change of(String statement, Object... values) {
      return new Change(statement, values);
    }
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    if (events.stream().noneMatch(each -> each.event() instanceof EscalationEvent)) return;
    Sql sql = Sql.on(transaction, "the escalations");
    Ladders adopted = ladders.in(transaction);
    String statement = null;
    var rows = new ArrayList<Object[]>();
    // Neighbours of one kind go as one batch: a chunk of deadlines raises hundreds.
    for (var recorded : events) {
      if (!(recorded.event() instanceof EscalationEvent event)) continue;
      Change change = change(event, recorded.recordedTime(), adopted);
      if (!change.statement().equals(statement)) {
        sql.updateAll(statement, rows);
        rows.clear();
        statement = change.statement();
      }
      rows.add(change.values());
    }
    sql.updateAll(statement, rows);
  }

  @Override
  public void returned(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    appended(events, transaction);
    var rows = new ArrayList<Object[]>();
    for (var recorded : events)
      if (recorded.event() instanceof EscalationRaised e) rows.add(new Object[] {e.escalation()});
    Sql.on(transaction, "the escalations").updateAll(RETURNED, rows);
  }

  private static Change change(EscalationEvent event, Instant at, Ladders adopted) {
    return switch (event) {
      case EscalationRaised e -> raised(e, at, adopted);
      case EscalationConfirmed e -> Change.of(CONFIRMED, e.escalation());
      case EscalationClimbed e -> climbed(e, at, adopted);
      case EscalationAcknowledged e ->
          Change.of(ACKNOWLEDGED, e.by(), at, at, UNPLACED_LASTS.toSeconds(), e.escalation());
      case AcknowledgementExpired e -> Change.of(EXPIRED, e.escalation());
      case EscalationResolved e -> closed(e.resolvedBy(), at, false, e.escalation());
      case EscalationWithdrawn e -> closed(e.metBy(), at, true, e.escalation());
    };
  }

  private static Change raised(EscalationRaised e, Instant at, Ladders adopted) {
    OrganisationCode told = e.custodian() == null ? OrganisationCode.NCA : e.custodian();
    Ladder ladder = adopted.of(told, at);
    return Change.of(
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
        at,
        told,
        e.person(),
        at,
        Rungs.limitAt(ladder, Rung.CUSTODIAN, at),
        ladder.acknowledgementLasts().toSeconds());
  }

  private static Change climbed(EscalationClimbed e, Instant at, Ladders adopted) {
    Ladder ladder = adopted.of(e.organisation(), at);
    return Change.of(
        CLIMBED,
        e.rung(),
        e.organisation(),
        e.person(),
        e.post(),
        at,
        Rungs.limitAt(ladder, e.rung(), at),
        ladder.acknowledgementLasts().toSeconds(),
        e.escalation());
  }

  private static Change closed(Object by, Instant at, boolean withdrawn, EscalationId escalation) {
    return Change.of(CLOSED, by, at, withdrawn, escalation);
  }
}
