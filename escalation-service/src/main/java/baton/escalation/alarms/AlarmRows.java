package baton.escalation.alarms;

import baton.contract.BatonEvent;
import baton.contract.Recorded;
import baton.contract.escalation.AlarmAcknowledged;
import baton.contract.escalation.AlarmAcknowledgementExpired;
import baton.contract.escalation.AlarmClimbed;
import baton.contract.escalation.AlarmEvent;
import baton.contract.escalation.AlarmRaised;
import baton.contract.escalation.AlarmResolved;
import baton.contract.escalation.Rung;
import baton.escalation.ladder.LadderPolicies;
import baton.escalation.ladder.model.Rungs;
import baton.journal.store.AppendListener;
import baton.platform.sql.Sql;
import baton.policy.Ladder;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** Keeps the table {@code alarm}, in the transaction that appends the events. */
@ApplicationScoped
class AlarmRows implements AppendListener {
  private static final String RAISED =
      """
      insert into alarm (alarm, kind, clock, organisation, team, person, referrals, since,
        raised_at, told_organisation, told_person, told_at, limit_at, acknowledgement_lasts)
      values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, make_interval(secs => ?))
      """;

  private static final String CLIMBED =
      """
      update alarm set rung = ?, told_organisation = ?, told_person = ?, told_post = ?,
        told_at = ?, limit_at = ?, acknowledgement_lasts = make_interval(secs => ?)
      where alarm = ?::uuid
      """;

  private static final String ACKNOWLEDGED =
      """
      update alarm set acknowledged_by = ?, acknowledged_at = ?,
        acknowledged_until = ? + acknowledgement_lasts
      where alarm = ?::uuid
      """;

  private static final String EXPIRED =
      "update alarm set acknowledged_until = null where alarm = ?::uuid";

  private static final String RESOLVED =
      "update alarm set resolved_at = ?, resolved_by = ? where alarm = ?::uuid";

  private final LadderPolicies ladders;

  AlarmRows(LadderPolicies ladders) {
    this.ladders = ladders;
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    Sql sql = Sql.on(transaction, "the alarms");
    for (var recorded : events)
      if (recorded.event() instanceof AlarmEvent event)
        keep(event, recorded.recordedTime(), sql, transaction);
  }

  private void keep(AlarmEvent event, Instant at, Sql sql, Connection transaction) {
    switch (event) {
      case AlarmRaised e -> raised(e, at, sql, transaction);
      case AlarmClimbed e -> climbed(e, at, sql, transaction);
      case AlarmAcknowledged e -> sql.update(ACKNOWLEDGED, e.by(), at, at, e.alarm());
      case AlarmAcknowledgementExpired e -> sql.update(EXPIRED, e.alarm());
      case AlarmResolved e -> sql.update(RESOLVED, at, e.resolvedBy(), e.alarm());
    }
  }

  private void raised(AlarmRaised e, Instant at, Sql sql, Connection transaction) {
    Ladder ladder = ladders.in(transaction).of(e.organisation(), at);
    // An inactive custodian is nobody to be told: the rung above is told at once.
    Instant limit =
        e.person() == null ? Rungs.limitAt(ladder, Rung.CUSTODIAN, at) : at.minusSeconds(1);
    sql.update(
        RAISED,
        e.alarm(),
        e.kind(),
        e.clock(),
        e.organisation(),
        e.team(),
        e.person(),
        e.referrals(),
        e.since(),
        at,
        e.organisation(),
        e.person(),
        at,
        limit,
        ladder.acknowledgementLasts().toSeconds());
  }

  private void climbed(AlarmClimbed e, Instant at, Sql sql, Connection transaction) {
    Ladder ladder = ladders.in(transaction).of(e.organisation(), at);
    sql.update(
        CLIMBED,
        e.rung(),
        e.organisation(),
        e.person(),
        e.post(),
        at,
        Rungs.limitAt(ladder, e.rung(), at),
        ladder.acknowledgementLasts().toSeconds(),
        e.alarm());
  }
}
