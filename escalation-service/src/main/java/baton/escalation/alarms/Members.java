package baton.escalation.alarms;

import baton.contract.AlarmId;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.ReferralId;
import baton.contract.escalation.Rung;
import baton.escalation.alarms.model.AlarmCause;
import baton.escalation.alarms.model.AlarmRule;
import baton.escalation.ladder.LadderPolicies.Ladders;
import baton.escalation.ladder.model.Rungs;
import baton.escalation.platform.Columns;
import baton.platform.sql.Sql;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The escalations that share a cause, of the table {@code escalation}; each by an index. */
final class Members {
  /** The predicate and the columns of the index {@code escalation_cause}. */
  private static final String OF_CAUSE =
      """
      from escalation where placed and confirmed and resolved_at is null
        and cause_organisation = ? and coalesce(cause_team, '') = coalesce(?, '')
        and kind = ? and coalesce(clock, '') = coalesce(?, '') and plan is null
      """;

  private static final String OF_PLAN =
      """
      from escalation where placed and confirmed and resolved_at is null and plan is not null
        and cause_organisation = ? and coalesce(cause_team, '') = coalesce(?, '')
      """;

  /** Enough to know that it is one alarm; no more are counted. */
  private static final String ENOUGH = "select count(*) from (select %s limit ?) as few";

  private static final String LEFT =
      """
      select alarm from alarm a
      where resolved_at is null
        and kind not in ('CUSTODIAN_INACTIVE', 'OVER_CAPACITY', 'CATCH_UP_MISSED')
        and (select count(*) from (select from escalation e
              where e.alarm = a.alarm and e.resolved_at is null limit ?) as few)
          <= case when a.kind = 'CLOCK_EXPIRED' and a.clock is null then 0 else ? end
      """;

  private static final String RELEASED =
      """
      select escalation, cause_organisation, rung from escalation
      where alarm = ?::uuid and resolved_at is null order by escalation for update
      """;

  private static final String RELEASE =
      "update escalation set alarm = null, told_at = ?, limit_at = ? where escalation = ?::uuid";

  private static final String LAST_RESOLVED =
      """
      select resolved_by from escalation where alarm = ?::uuid and resolved_by is not null
      order by resolved_at desc limit 1
      """;

  private final Sql sql;

  private Members(Sql sql) {
    this.sql = sql;
  }

  static Members on(Connection connection) {
    return new Members(Sql.on(connection, "what the alarms stand for"));
  }

  /**
   * Those that share a cause.
   *
   * @param since when the first of them was raised
   */
  record Sharing(int open, Instant since) {}

  /** One that an alarm stands for. */
  record Member(
      EscalationId escalation,
      long raised,
      ReferralId referralId,
      Instant due,
      Instant raisedAt,
      Instant resolvedAt) {}

  boolean areOneAlarm(AlarmCause cause) {
    String some = ENOUGH.formatted(where(cause));
    int open =
        sql.find(some, row -> row.getInt(1), with(cause, AlarmRule.SINGLE_MAX + 1)).orElse(0);
    return isOfPlan(cause) ? open > 0 : AlarmRule.oneForMany(open);
  }

  Sharing sharing(AlarmCause cause) {
    return sql.find(
            "select count(*) as open, min(raised_at) as since " + where(cause),
            row -> new Sharing(row.getInt("open"), Sql.instant(row, "since")),
            with(cause))
        .orElseThrow();
  }

  /** From now on the alarm stands for all that share its cause. */
  void join(AlarmCause cause, AlarmId alarm) {
    String all = "select escalation " + where(cause) + " and alarm is null";
    var values = new ArrayList<Object>(List.of(alarm));
    values.addAll(Arrays.asList(with(cause)));
    sql.update(
        "update escalation set alarm = ?::uuid where escalation in (" + all + ")",
        values.toArray());
  }

  /** The open alarms of which too few are left. */
  List<AlarmId> tooFewLeft() {
    return sql.list(
        LEFT,
        row -> new AlarmId(row.getObject("alarm", UUID.class)),
        AlarmRule.LEFT_MAX + 1,
        AlarmRule.LEFT_MAX);
  }

  /** Those that are left go on by themselves, from the rung that each had come to. */
  void release(AlarmId alarm, Ladders ladders, Instant now) {
    record Left(EscalationId escalation, OrganisationCode organisation, Rung rung) {}
    var rows = new ArrayList<Object[]>();
    for (Left left :
        sql.list(
            RELEASED,
            row ->
                new Left(
                    new EscalationId(row.getObject("escalation", UUID.class)),
                    Columns.organisation(row, "cause_organisation"),
                    Rung.valueOf(row.getString("rung"))),
            alarm))
      rows.add(
          new Object[] {
            now,
            Rungs.limitAt(ladders.of(left.organisation(), now), left.rung(), now),
            left.escalation()
          });
    sql.updateAll(RELEASE, rows);
  }

  Optional<EventId> lastResolvedBy(AlarmId alarm) {
    return sql.find(
        LAST_RESOLVED, row -> new EventId(row.getObject("resolved_by", UUID.class)), alarm);
  }

  int open(AlarmId alarm) {
    return sql.find(
            "select count(*) from escalation where alarm = ?::uuid and resolved_at is null",
            row -> row.getInt(1),
            alarm)
        .orElse(0);
  }

  List<Member> page(AlarmId alarm, long after, int limit) {
    return sql.list(
        """
        select escalation, raised, referral, due, raised_at, resolved_at from escalation
        where alarm = ?::uuid and raised > ? order by raised limit ?
        """,
        row ->
            new Member(
                new EscalationId(row.getObject("escalation", UUID.class)),
                row.getLong("raised"),
                new ReferralId(row.getObject("referral", UUID.class)),
                Sql.instant(row, "due"),
                Sql.instant(row, "raised_at"),
                Sql.instant(row, "resolved_at")),
        alarm,
        after,
        limit);
  }

  private static boolean isOfPlan(AlarmCause cause) {
    return cause.equals(AlarmCause.ofPlan(cause.organisation(), cause.team()));
  }

  private static String where(AlarmCause cause) {
    return isOfPlan(cause) ? OF_PLAN : OF_CAUSE;
  }

  private static Object[] with(AlarmCause cause, Object... more) {
    var values = new ArrayList<Object>();
    values.add(cause.organisation());
    values.add(cause.team());
    if (!isOfPlan(cause)) {
      values.add(cause.kind());
      values.add(cause.clock());
    }
    values.addAll(List.of(more));
    return values.toArray();
  }
}
